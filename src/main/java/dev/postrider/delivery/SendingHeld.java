package dev.postrider.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sending has to wait for something that concerns the whole run. */
public final class SendingHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Instant resumesAt;

    SendingHeld(String cause, @Nullable Instant resumesAt) {
        super(cause);
        this.resumesAt = resumesAt;
    }

    /** When sending can go on, where that is known. */
    public @Nullable Instant resumesAt() {
        return resumesAt;
    }
}
