package dev.postrider.report;

import dev.postrider.ledger.RunId;

/** Only the run's figures are kept: who got its message and who did not, nobody knows any more. */
public final class DeliveriesPurged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeliveriesPurged(RunId run) {
        super("the deliveries of run '" + run + "' were purged: only its figures are kept (postrider run show " + run
                + ")");
    }
}
