package dev.postrider.schedule;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.Scrubbed;

/** A slot is due and could not be launched. */
final class SlotNotLaunched extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    SlotNotLaunched(RunId run, RuntimeException cause) {
        super("run '" + run + "' could not be launched: " + Scrubbed.cause(cause), cause);
        this.why = Scrubbed.cause(cause);
    }

    /** One line without addresses. */
    String why() {
        return why;
    }
}
