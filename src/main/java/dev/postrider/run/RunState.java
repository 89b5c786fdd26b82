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

    /** Nothing is sent any more in this run. */
    public boolean over() {
        return this == COMPLETED || this == ABANDONED;
    }
}
