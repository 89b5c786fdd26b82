package dev.postrider.rollout;

import dev.postrider.ledger.RunId;

/** Where the steps of a rollout learn of a run; the room that pins runs answers. */
@FunctionalInterface
public interface RolloutOrders {

    RolloutOrder find(RunId run);
}
