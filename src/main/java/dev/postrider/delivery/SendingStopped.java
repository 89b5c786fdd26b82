package dev.postrider.delivery;

/** A run was told to stop while it was planned or sent; nothing is claimed that was not sent. */
public final class SendingStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SendingStopped() {
        super("told to stop");
    }
}
