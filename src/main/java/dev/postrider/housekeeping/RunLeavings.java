package dev.postrider.housekeeping;

import dev.postrider.feedback.FeedbackRecords;
import dev.postrider.ledger.RunId;
import dev.postrider.outbox.Outbox;
import dev.postrider.plan.Blocks;
import org.springframework.stereotype.Component;

/** What a run that is over has left beside its deliveries. */
@Component
class RunLeavings {

    private final Blocks blocks;
    private final Outbox outbox;
    private final FeedbackRecords feedback;

    RunLeavings(Blocks blocks, Outbox outbox, FeedbackRecords feedback) {
        this.blocks = blocks;
        this.outbox = outbox;
        this.feedback = feedback;
    }

    void delete(RunId run) {
        blocks.delete(run);
        outbox.drop(run);
        feedback.delete(run);
    }
}
