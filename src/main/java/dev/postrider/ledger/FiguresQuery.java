package dev.postrider.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;

/** Counts a run's deliveries by the state of their last attempt, the skipped ones by reason. */
final class FiguresQuery {

    private FiguresQuery() {}

    static Figures of(MongoCollection<Document> deliveries, RunId run) {
        Map<DeliveryState, Long> states = new EnumMap<>(DeliveryState.class);
        SortedMap<String, Long> skipped = new TreeMap<>();
        long resent = 0;
        long simulated = 0;
        Document key = new Document("state", "$state")
                .append("reason", "$reason")
                .append("simulated", "$simulated")
                .append("resent", "$resent.state")
                .append("resentSimulated", "$resent.simulated");
        for (Document group : deliveries.aggregate(List.of(
                Aggregates.match(Deliveries.ofRun(run)), Aggregates.group(key, Accumulators.sum("count", 1L))))) {
            Document of = group.get("_id", Document.class);
            long count = group.get("count", Number.class).longValue();
            String again = of.getString("resent");
            resent += again == null ? 0 : count;
            simulated += of.getBoolean(again == null ? "simulated" : "resentSimulated", false) ? count : 0;
            DeliveryState state = DeliveryState.valueOf(again == null ? of.getString("state") : again);
            if (state == DeliveryState.SKIPPED) {
                skipped.merge(of.getString("reason"), count, Long::sum);
            } else {
                states.merge(state, count, Long::sum);
            }
        }
        return new Figures(
                states.getOrDefault(DeliveryState.CLAIMED, 0L),
                states.getOrDefault(DeliveryState.SENT, 0L),
                states.getOrDefault(DeliveryState.REJECTED, 0L),
                states.getOrDefault(DeliveryState.UNKNOWN, 0L),
                skipped,
                resent,
                simulated);
    }
}
