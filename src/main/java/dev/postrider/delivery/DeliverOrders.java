package dev.postrider.delivery;

import dev.postrider.ledger.RunId;

/** Where the stage learns of a run; the room that pins runs answers, each time anew. */
@FunctionalInterface
public interface DeliverOrders {

    DeliverOrder find(RunId run);
}
