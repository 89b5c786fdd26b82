package dev.postrider.partition;

import dev.postrider.ledger.RunId;

/** Under which epoch this process holds a run; the room that holds runs answers. */
@FunctionalInterface
public interface Epochs {

    /** @throws RuntimeException when this process does not hold the run */
    long of(RunId run);
}
