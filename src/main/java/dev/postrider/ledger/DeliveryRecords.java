package dev.postrider.ledger;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import dev.postrider.recipient.RecipientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the deliveries of a run one by one, however many there are. */
@Component
public class DeliveryRecords {

    private final Deliveries deliveries;

    DeliveryRecords(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Passes on the run's deliveries in these states, as the cursor brings them. */
    public void forEach(RunId run, Collection<DeliveryState> states, Consumer<Delivery> consumer) {
        Bson wanted = Filters.and(Deliveries.ofRun(run), Deliveries.inStates(states));
        try (MongoCursor<Document> cursor = deliveries.collection().find(wanted).cursor()) {
            cursor.forEachRemaining(row -> consumer.accept(delivery(row)));
        }
    }

    /** Of those recipients who have one. */
    public List<Delivery> find(RunId run, Collection<RecipientId> recipients) {
        return deliveries.find(run, recipients).stream()
                .map(DeliveryRecords::delivery)
                .toList();
    }

    private static Delivery delivery(Document row) {
        Document last = Deliveries.current(row);
        return new Delivery(
                Deliveries.recipient(row),
                Deliveries.state(row),
                last.getString(Deliveries.REASON),
                last.getString(Deliveries.DETAIL),
                instant(last.getDate(Deliveries.AT)),
                instant(last.getDate(Deliveries.SETTLED_AT)),
                Deliveries.attempt(row));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
