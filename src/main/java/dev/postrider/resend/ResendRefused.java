package dev.postrider.resend;

import dev.postrider.ledger.RunId;

/** These deliveries cannot be sent again now; the message says why. */
public final class ResendRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ResendRefused(String message) {
        super(message);
    }

    static ResendRefused purged(RunId run) {
        return new ResendRefused(
                "the deliveries of run '" + run + "' were purged: nobody knows any more whose they were");
    }
}
