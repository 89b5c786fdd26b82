package dev.postrider.outbox;

/** Redis answers, but cannot do what the outbox and the limits need of it. */
public class UnfitRedis extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitRedis(String message) {
        super(message);
    }
}
