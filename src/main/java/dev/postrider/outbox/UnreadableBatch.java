package dev.postrider.outbox;

/** Bytes that are no batch of envelopes, or one in a format that this version does not know. */
class UnreadableBatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableBatch(String message) {
        super(message);
    }

    UnreadableBatch(String message, Throwable cause) {
        super(message, cause);
    }
}
