package dev.postrider.rollout;

import dev.postrider.ledger.RunId;
import java.util.Objects;
import org.springframework.batch.core.step.StepContribution;

/** What the steps of a rollout have in common. */
final class RolloutStep {

    private RolloutStep() {}

    static RunId run(StepContribution contribution) {
        return new RunId(Objects.requireNonNull(
                contribution.getStepExecution().getJobParameters().getString("run")));
    }
}
