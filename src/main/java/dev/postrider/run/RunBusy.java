package dev.postrider.run;

import dev.postrider.ledger.RunId;

/** Another live process works on the run. */
public final class RunBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunBusy(RunId run, String owner) {
        super("run '" + run + "' is being worked on by " + owner);
    }
}
