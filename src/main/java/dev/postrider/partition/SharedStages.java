package dev.postrider.partition;

import dev.postrider.ledger.Owners;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.stereotype.Component;

/** Makes the partitioned steps of a run known to the processes that help with it. */
@Component
public class SharedStages {

    private final Desk desk;
    private final Epochs epochs;
    private final Owners owners;

    SharedStages(Desk desk, Epochs epochs, Owners owners) {
        this.desk = desk;
        this.epochs = epochs;
        this.owners = owners;
    }

    /** For any number of partitioned steps, which may be at work in several runs at once. */
    public PartitionHandler handler(SharedStep shared) {
        return new SharedPartitionHandler(shared, desk, epochs, owners);
    }
}
