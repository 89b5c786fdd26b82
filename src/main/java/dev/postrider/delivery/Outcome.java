package dev.postrider.delivery;

/** What became of one message. Texts are one line and never show the recipient's address. */
public sealed interface Outcome {

    /** SES took the message. */
    record Accepted(String messageId) implements Outcome {}

    /** SES refused this recipient or content for good. */
    record Rejected(String reason) implements Outcome {}

    /** The message certainly never reached SES. */
    record NotSent(String cause) implements Outcome {}

    /** SES did not take the message because it came too fast. */
    record Throttled(String cause) implements Outcome {}

    /** SES did not take the message, for a reason that concerns the whole run. */
    record Held(Hold hold, String cause) implements Outcome {}

    /** Nobody can know whether SES took the message. */
    record Unknown(String cause) implements Outcome {}
}
