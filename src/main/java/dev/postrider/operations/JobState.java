package dev.postrider.operations;

/** What a job execution is at, as people see it: an execution whose process died without notice has failed. */
public enum JobState {
    RUNNING,
    /** Asked to stop; some step is still at work. */
    STOPPING,
    STOPPED,
    COMPLETED,
    FAILED,
    ABANDONED;

    public boolean over() {
        return this != RUNNING && this != STOPPING;
    }
}
