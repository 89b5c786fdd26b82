package dev.postrider.report;

import dev.postrider.ledger.DeliveryRecords;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Runs;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The deliveries of a run whose outcome nobody knows. */
@Service
public class UnknownDeliveries {

    private final Runs runs;
    private final DeliveryRecords deliveries;
    private final Ledger ledger;

    UnknownDeliveries(Runs runs, DeliveryRecords deliveries, Ledger ledger) {
        this.runs = runs;
        this.deliveries = deliveries;
        this.ledger = ledger;
    }

    /**
     * Passes them on one by one.
     *
     * @throws dev.postrider.run.RunNotFound when there is no such run
     * @throws DeliveriesPurged when nobody knows any more which they were
     */
    public void forEach(RunId run, Consumer<UnknownDelivery> consumer) {
        runs.get(run);
        if (ledger.purged(run)) {
            throw new DeliveriesPurged(run);
        }
        deliveries.forEach(
                run,
                Set.of(DeliveryState.UNKNOWN),
                delivery -> consumer.accept(new UnknownDelivery(
                        delivery.recipient().value(), delivery.claimedAt(), delivery.attempt(), delivery.detail())));
    }
}
