package dev.postrider.ses;

/** How messages go to SES. */
public enum SesTransportKind {
    /** SendBulkEmail: up to 50 messages a request. */
    BULK,
    /** SendEmail: one message a request. */
    SINGLE
}
