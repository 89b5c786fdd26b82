package dev.postrider.report;

import dev.postrider.ledger.Delivery;
import dev.postrider.ledger.DeliveryRecords;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.plan.Blocks;
import dev.postrider.plan.FrozenPlan;
import dev.postrider.recipient.RecipientId;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who did not get a run's message, and why; of a run that is over they are as many as planned less sent. */
@Service
public class MissedRecipients {

    private static final Set<DeliveryState> NOT_SENT = EnumSet.complementOf(EnumSet.of(DeliveryState.SENT));
    private static final int SLICE = 1_000;

    private final Runs runs;
    private final DeliveryRecords deliveries;
    private final Ledger ledger;
    private final Blocks blocks;

    MissedRecipients(Runs runs, DeliveryRecords deliveries, Ledger ledger, Blocks blocks) {
        this.runs = runs;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.blocks = blocks;
    }

    /**
     * @throws dev.postrider.run.RunNotFound when there is no such run
     * @throws DeliveriesPurged when nobody knows any more who they were
     */
    public void check(RunId id) {
        runs.get(id);
        if (ledger.purged(id)) {
            throw new DeliveriesPurged(id);
        }
    }

    /**
     * Passes them on one by one: of the run's ledger first, and while the run is not over those who had no turn yet.
     *
     * @throws dev.postrider.run.RunNotFound when there is no such run
     * @throws DeliveriesPurged when nobody knows any more who they were
     */
    public void forEach(RunId id, Consumer<MissedRecipient> consumer) {
        check(id);
        Run run = runs.get(id);
        deliveries.forEach(id, NOT_SENT, delivery -> consumer.accept(missed(delivery)));
        if (run.plan() != null && !run.state().over()) {
            open(run.plan(), consumer);
        }
    }

    private void open(FrozenPlan plan, Consumer<MissedRecipient> consumer) {
        for (int block = 0; block < plan.blocks(); block++) {
            List<RecipientId> ids = blocks.read(plan, block);
            for (int from = 0; from < ids.size(); from += SLICE) {
                ledger.gaps(plan.run(), ids.subList(from, Math.min(from + SLICE, ids.size())))
                        .forEach(gap -> consumer.accept(new MissedRecipient(gap.value(), "OPEN", "no turn yet", null)));
            }
        }
    }

    private static MissedRecipient missed(Delivery delivery) {
        return new MissedRecipient(
                delivery.recipient().value(), delivery.state().name(), reason(delivery), at(delivery));
    }

    private static String reason(Delivery delivery) {
        if (delivery.state() == DeliveryState.CLAIMED) {
            return "being sent";
        }
        if (delivery.reason() == null) {
            return delivery.detail() == null ? "" : delivery.detail();
        }
        return delivery.detail() == null ? delivery.reason() : delivery.reason() + ": " + delivery.detail();
    }

    private static @Nullable Instant at(Delivery delivery) {
        return delivery.settledAt() == null ? delivery.claimedAt() : delivery.settledAt();
    }
}
