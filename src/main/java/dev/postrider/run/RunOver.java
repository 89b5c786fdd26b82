package dev.postrider.run;

import dev.postrider.ledger.RunId;
import java.util.Locale;

/** The run is completed or abandoned: nothing is sent in it any more. */
public final class RunOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunOver(RunId run, RunState state) {
        super("run '" + run + "' is " + state.name().toLowerCase(Locale.ROOT) + ": nothing is sent in it any more");
    }
}
