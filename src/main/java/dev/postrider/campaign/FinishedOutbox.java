package dev.postrider.campaign;

import dev.postrider.ledger.RunId;
import dev.postrider.outbox.Outbox;
import dev.postrider.outbox.OutboxUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The outbox of a run that has no use for it any more. A run does not fail at its end because Redis is away. */
@Component
class FinishedOutbox {

    private static final Logger log = LoggerFactory.getLogger(FinishedOutbox.class);

    private final Outbox outbox;

    FinishedOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Deletes what is there, or leaves it to housekeeping where Redis does not answer. */
    void drop(RunId run) {
        try {
            outbox.drop(run);
        } catch (OutboxUnavailable e) {
            log.warn("{}; what the outbox has of run {} is left to housekeeping", e.getMessage(), run);
        }
    }
}
