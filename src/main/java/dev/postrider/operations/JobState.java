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

    /** The execution came to an end but did not do its work, so that a restart can go on with it. */
    public boolean restartable() {
        return this == STOPPED || this == FAILED;
    }

    public boolean over() {
        return this != RUNNING && this != STOPPING;
    }
}
