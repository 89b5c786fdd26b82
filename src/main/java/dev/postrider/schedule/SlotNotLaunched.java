package dev.postrider.schedule;

import dev.postrider.ledger.RunId;

/** A slot is due and could not be launched. */
final class SlotNotLaunched extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String run;

    SlotNotLaunched(RunId run, RuntimeException cause) {
        super("run '" + run + "' could not be launched: " + cause.getMessage(), cause);
        this.run = run.value();
    }

    boolean isOf(RunId other) {
        return run.equals(other.value());
    }
}
