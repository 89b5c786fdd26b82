package dev.postrider.run;

/** States of a run. */
public enum RunState {
    PLANNED,
    AWAITING_APPROVAL,
    SENDING,
    PAUSED,
    STOPPING,
    STOPPED,
    COMPLETED,
    FAILED,
    ABANDONED;

    /** Nothing has been sent in this run, unless it was given back to be begun again. */
    public boolean unbegun() {
        return this == PLANNED || this == AWAITING_APPROVAL;
    }

    /** Nothing is sent any more in this run. */
    public boolean over() {
        return this == COMPLETED || this == ABANDONED;
    }
}
