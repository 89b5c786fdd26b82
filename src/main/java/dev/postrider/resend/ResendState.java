package dev.postrider.resend;

/** States of a resend. */
public enum ResendState {
    OPEN,
    SENDING,
    PAUSED,
    STOPPED,
    FAILED,
    COMPLETED,
    ABANDONED;

    /** Nothing more is sent in this resend. */
    public boolean over() {
        return this == COMPLETED || this == ABANDONED;
    }
}
