package dev.postrider.report;

import dev.postrider.ledger.DeliveryRecords;
import dev.postrider.ledger.DeliveryState;
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

    UnknownDeliveries(Runs runs, DeliveryRecords deliveries) {
        this.runs = runs;
        this.deliveries = deliveries;
    }

    /**
     * Passes them on one by one.
     *
     * @throws dev.postrider.run.RunNotFound when there is no such run
     */
    public void forEach(RunId run, Consumer<UnknownDelivery> consumer) {
        runs.get(run);
        deliveries.forEach(
                run,
                Set.of(DeliveryState.UNKNOWN),
                delivery -> consumer.accept(new UnknownDelivery(
                        delivery.recipient().value(), delivery.claimedAt(), delivery.attempt(), delivery.detail())));
    }
}
