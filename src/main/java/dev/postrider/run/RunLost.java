package dev.postrider.run;

import dev.postrider.ledger.RunId;

/** This process no longer holds the run: another one has taken it over. */
public final class RunLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunLost(RunId run) {
        super("run '" + run + "' has been taken over by another process; this one leaves it alone");
    }
}
