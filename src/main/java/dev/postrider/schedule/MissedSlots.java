package dev.postrider.schedule;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.postrider.chore.ChoreGivenUp;
import dev.postrider.ledger.RunId;
import dev.postrider.schema.SchemaVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code missedSlots}: {@code {_id: the run that there is not, reason, notedAt, v}}; so for
 * slots of other jobs that were given up. What was noted first stays.
 */
@Repository
class MissedSlots {

    private final MongoTemplate mongo;
    private final Clock clock;

    MissedSlots(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    void note(RunId run, String reason) {
        try {
            collection()
                    .insertOne(new Document("_id", run.value())
                            .append("reason", reason)
                            .append("notedAt", Date.from(clock.instant()))
                            .append(SchemaVersion.FIELD, SchemaVersion.FIRST));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @EventListener
    void on(ChoreGivenUp event) {
        note(event.id(), event.cause());
    }

    /** The newest first. */
    List<MissedSlot> latest(String campaign, int max) {
        // '@' ends a campaign's name, and 'A' comes after it.
        return collection()
                .find(Filters.and(Filters.gte("_id", campaign + "@"), Filters.lt("_id", campaign + "A")))
                .sort(Sorts.descending("_id"))
                .limit(max)
                .map(MissedSlots::missed)
                .into(new ArrayList<>());
    }

    /** How many of each campaign have been noted since then. */
    Map<String, Long> countSince(Instant then) {
        return collection()
                .find(Filters.gte("notedAt", Date.from(then)))
                .map(document -> new RunId(document.getString("_id")).campaign())
                .into(new ArrayList<>())
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static MissedSlot missed(Document document) {
        return new MissedSlot(
                new RunId(document.getString("_id")).slot(),
                document.getString("reason"),
                document.getDate("notedAt").toInstant());
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("missedSlots").withWriteConcern(WriteConcern.MAJORITY);
    }
}
