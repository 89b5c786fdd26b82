package dev.postrider.campaign;

import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunLogContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Has the log lines of a step say which step of which run they are of; each partition is a span of the run's trace. */
final class StepLog implements StepExecutionListener {

    private static final String STEP = "step";
    private static final String SPAN = "spanId";

    @Override
    public void beforeStep(StepExecution step) {
        RunId run = CampaignJobParameters.of(step.getJobParameters()).run();
        RunLogContext.begin(run);
        MDC.put(STEP, step.getStepName());
        MDC.put(SPAN, RunLogContext.spanId(run, step.getStepName() + " " + step.getId()));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        MDC.remove(STEP);
        MDC.remove(SPAN);
        return null;
    }
}
