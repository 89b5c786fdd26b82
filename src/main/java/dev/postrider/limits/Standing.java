package dev.postrider.limits;

/** Whether the mail provider lets the account send. */
public enum Standing {
    HEALTHY("SES lets the account send"),
    PROBATION("SES has this account under review (PROBATION): see its reputation dashboard; to send all the same set"
            + " postrider.limits.send-on-probation"),
    SENDING_DISABLED("sending is paused for this SES account: enable it there (PutAccountSendingAttributes)"),
    SHUTDOWN("SES has shut down sending for this account (SHUTDOWN): see its reputation dashboard");

    private final String text;

    Standing(String text) {
        this.text = text;
    }

    /** The provider takes messages; whether it is wise to send them is another question. */
    public boolean sends() {
        return this == HEALTHY || this == PROBATION;
    }

    /** One line for people. */
    public String text() {
        return text;
    }
}
