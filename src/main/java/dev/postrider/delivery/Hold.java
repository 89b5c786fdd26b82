package dev.postrider.delivery;

/** Why a run has to wait: none of these is a recipient's fault. */
public enum Hold {
    QUOTA,
    SENDING_PAUSED,
    SENDER,
    ACCOUNT,
    CONFIGURATION_SET;

    /** Time or SES may end it; the others wait for a person. */
    boolean mayPass() {
        return this == QUOTA || this == SENDING_PAUSED;
    }
}
