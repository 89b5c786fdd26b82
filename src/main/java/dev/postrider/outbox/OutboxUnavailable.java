package dev.postrider.outbox;

/** Redis did not take or answer a command of the outbox; nothing is known about whether it was carried out. */
public class OutboxUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutboxUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
