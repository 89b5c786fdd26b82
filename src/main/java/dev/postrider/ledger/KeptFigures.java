package dev.postrider.ledger;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.postrider.schema.SchemaVersion;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * The figures of runs whose deliveries were purged, in the collection {@code keptFigures}: {@code {_id: run, claimed, sent,
 * rejected, unknown, skipped: {reason: count}, resent, simulated, keptAt, v}}.
 */
@Repository
class KeptFigures {

    private final MongoTemplate mongo;
    private final Clock clock;

    KeptFigures(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    Optional<Figures> find(RunId run) {
        return Optional.ofNullable(
                        collection().find(Filters.eq("_id", run.value())).first())
                .map(KeptFigures::figures);
    }

    void keep(RunId run, Figures figures) {
        Document document = new Document("_id", run.value())
                .append("claimed", figures.claimed())
                .append("sent", figures.sent())
                .append("rejected", figures.rejected())
                .append("unknown", figures.unknown())
                .append("skipped", new Document(figures.skipped()))
                .append("resent", figures.resent())
                .append("simulated", figures.simulated())
                .append("keptAt", Date.from(clock.instant()))
                .append(SchemaVersion.FIELD, SchemaVersion.FIRST);
        collection().replaceOne(Filters.eq("_id", run.value()), document, new ReplaceOptions().upsert(true));
    }

    private static Figures figures(Document document) {
        TreeMap<String, Long> skipped = new TreeMap<>();
        document.get("skipped", Document.class).forEach((reason, count) -> skipped.put(reason, (Long) count));
        return new Figures(
                document.getLong("claimed"),
                document.getLong("sent"),
                document.getLong("rejected"),
                document.getLong("unknown"),
                skipped,
                document.get("resent", 0L),
                document.get("simulated", 0L));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("keptFigures").withWriteConcern(WriteConcern.MAJORITY);
    }
}
