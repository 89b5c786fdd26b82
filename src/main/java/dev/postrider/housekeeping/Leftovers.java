package dev.postrider.housekeeping;

import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunRemains;
import dev.postrider.outbox.Outbox;
import dev.postrider.partition.Partitions;
import org.springframework.stereotype.Component;

/**
 * What processes leave of a run that is over when they die in its last moments, or come back after its end: batches that
 * nobody takes any more, and partitions that nobody withdraws.
 */
@Component
class Leftovers implements RunRemains {

    private final Outbox outbox;
    private final Partitions partitions;

    Leftovers(Outbox outbox, Partitions partitions) {
        this.outbox = outbox;
        this.partitions = partitions;
    }

    /** Streams with batches in them, and partitions. */
    long count(RunId run) {
        return (outbox.depth(run).isEmpty() ? 0 : 1) + partitions.count(run);
    }

    @Override
    public void delete(RunId run) {
        outbox.drop(run);
        partitions.delete(run);
    }
}
