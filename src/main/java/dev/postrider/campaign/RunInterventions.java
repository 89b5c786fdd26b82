package dev.postrider.campaign;

import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobAbandoned;
import dev.postrider.operations.JobStopRequested;
import dev.postrider.run.Runs;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is done to a campaign's job is done to its run. */
@Component
class RunInterventions {

    private final Runs runs;
    private final RunAbandonment abandonment;

    RunInterventions(Runs runs, RunAbandonment abandonment) {
        this.runs = runs;
        this.abandonment = abandonment;
    }

    @EventListener
    void on(JobStopRequested event) {
        run(event.job(), event.parameters()).ifPresent(runs::requestStop);
    }

    @EventListener
    void on(JobAbandoned event) {
        run(event.job(), event.parameters()).ifPresent(abandonment::abandon);
    }

    private static Optional<RunId> run(String job, Map<String, String> parameters) {
        return job.equals(CampaignJob.NAME)
                ? Optional.of(new RunId(Objects.requireNonNull(parameters.get("run"))))
                : Optional.empty();
    }
}
