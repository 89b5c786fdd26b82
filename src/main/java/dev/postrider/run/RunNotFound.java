package dev.postrider.run;

import dev.postrider.ledger.RunId;

/** No run has this id. */
public final class RunNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunNotFound(RunId run) {
        super("there is no run '" + run + "'; `postrider run list` shows the runs");
    }
}
