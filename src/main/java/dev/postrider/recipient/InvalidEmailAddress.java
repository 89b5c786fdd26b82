package dev.postrider.recipient;

/** A text that no mail can be sent to; the message says why. */
public final class InvalidEmailAddress extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidEmailAddress(String reason) {
        super(reason);
    }
}
