package dev.postrider.feedback;

/** A text that should be events of SES and is not. */
final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String cause) {
        super(cause);
    }
}
