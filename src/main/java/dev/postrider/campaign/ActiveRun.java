package dev.postrider.campaign;

import dev.postrider.delivery.RunHeld;
import dev.postrider.run.HeldRun;
import dev.postrider.run.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** A run whose job executes in this process. Thread-safe. */
final class ActiveRun {

    private final HeldRun held;
    private final JobExecution execution;
    private volatile @Nullable RunHeld hold;
    private volatile boolean awaitsApproval;
    private volatile @Nullable Objection objection;

    ActiveRun(HeldRun held, JobExecution execution) {
        this.held = held;
        this.execution = execution;
    }

    HeldRun held() {
        return held;
    }

    @Nullable
    RunHeld hold() {
        return hold;
    }

    /** Of several causes the first one counts. */
    synchronized void hold(RunHeld cause) {
        if (hold == null) {
            hold = cause;
        }
        stopSteps();
    }

    /** As {@link #hold}; the run goes on when somebody has approved it. */
    synchronized void awaitApproval(RunHeld cause) {
        awaitsApproval = hold == null;
        hold(cause);
    }

    boolean awaitsApproval() {
        return awaitsApproval;
    }

    /** As {@link #hold}; a person who goes on with the run accepts the cause. */
    synchronized void object(Objection by, RunHeld cause) {
        objection = hold == null ? by : objection;
        hold(cause);
    }

    @Nullable
    Objection objection() {
        return objection;
    }

    /** Steps notice it at their next chunk or turn, and in every wait. */
    void stopSteps() {
        execution.getStepExecutions().forEach(StepExecution::setTerminateOnly);
    }
}
