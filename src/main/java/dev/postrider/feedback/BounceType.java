package dev.postrider.feedback;

/** What SES makes of a mail that was not delivered: only a permanent one says that the address is no good. */
public enum BounceType {
    PERMANENT,
    TRANSIENT,
    UNDETERMINED
}
