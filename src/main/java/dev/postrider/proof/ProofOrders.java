package dev.postrider.proof;

import dev.postrider.ledger.RunId;

/** Where the step proof learns of a run; the room that pins runs answers. */
@FunctionalInterface
public interface ProofOrders {

    ProofOrder find(RunId run);
}
