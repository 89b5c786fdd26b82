package dev.postrider.ledger;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
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
        Bson wanted = Filters.and(
                Deliveries.ofRun(run),
                Filters.in(Deliveries.STATE, states.stream().map(Enum::name).toList()));
        try (MongoCursor<Document> cursor = deliveries.collection().find(wanted).cursor()) {
            cursor.forEachRemaining(row -> consumer.accept(delivery(row)));
        }
    }

    private static Delivery delivery(Document row) {
        return new Delivery(
                Deliveries.recipient(row),
                DeliveryState.valueOf(row.getString(Deliveries.STATE)),
                row.getString(Deliveries.REASON),
                row.getString(Deliveries.DETAIL),
                instant(row.getDate(Deliveries.AT)),
                instant(row.getDate(Deliveries.SETTLED_AT)));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
