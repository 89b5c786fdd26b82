package dev.postrider.campaign;

import dev.postrider.ledger.RunId;
import dev.postrider.run.RunHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Ties render, deliver and their partitions together: render's end is recorded in the run, where deliver sees it, and when
 * one of them fails the others do not wait for it for ever.
 */
@Component
class StageListener implements StepExecutionListener {

    private static final String RENDER = "render";

    private final RunHolder holder;
    private final ActiveRuns active;
    private final StepLog log = new StepLog();

    StageListener(RunHolder holder, ActiveRuns active) {
        this.holder = holder;
        this.active = active;
    }

    @Override
    public void beforeStep(StepExecution step) {
        log.beforeStep(step);
        if (step.getStepName().equals(RENDER)) {
            holder.get(run(step)).renderEnded(false);
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        RunId run = run(step);
        if (step.getStatus() != BatchStatus.COMPLETED) {
            active.find(run).ifPresent(ActiveRun::stopSteps);
        }
        if (step.getStepName().equals(RENDER)) {
            holder.get(run).renderEnded(true);
        }
        return log.afterStep(step);
    }

    private static RunId run(StepExecution step) {
        return CampaignJobParameters.of(step.getJobParameters()).run();
    }
}
