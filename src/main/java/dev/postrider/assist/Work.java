package dev.postrider.assist;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;

/** A partition in the hands of a thread. Thread-safe. */
final class Work {

    private @Nullable StepExecution execution;
    private boolean stopped;

    synchronized void begin(StepExecution begun) {
        execution = begun;
        if (stopped) {
            begun.setTerminateOnly();
        }
    }

    /** Has the step leave off, also when it has yet to begin. */
    synchronized void stop() {
        stopped = true;
        if (execution != null) {
            execution.setTerminateOnly();
        }
    }
}
