package dev.postrider.delivery;

/** Sending was told to stop; nothing is claimed that was not sent. */
public final class SendingStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SendingStopped() {
        super("sending was told to stop");
    }
}
