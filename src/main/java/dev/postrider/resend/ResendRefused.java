package dev.postrider.resend;

/** These deliveries cannot be sent again now; the message says why. */
public final class ResendRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ResendRefused(String message) {
        super(message);
    }
}
