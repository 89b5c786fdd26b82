package dev.postrider.housekeeping;

import dev.postrider.ledger.RunId;
import dev.postrider.outbox.Outbox;
import dev.postrider.plan.Blocks;
import org.springframework.stereotype.Component;

/** What a run that is over has left beside its deliveries. */
@Component
class RunLeavings {

    private final Blocks blocks;
    private final Outbox outbox;

    RunLeavings(Blocks blocks, Outbox outbox) {
        this.blocks = blocks;
        this.outbox = outbox;
    }

    void delete(RunId run) {
        blocks.delete(run);
        outbox.drop(run);
    }
}
