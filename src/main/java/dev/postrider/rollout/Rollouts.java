package dev.postrider.rollout;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunRemains;
import dev.postrider.schema.SchemaVersion;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * What a run's rollout has come to; collection {@code rollouts}: {@code {_id: run, watchUntil,
 * accepted: {sent, bounces, complaints}, v}}, each field absent until there is something to say. Only the process that holds
 * the run writes, until it is purged.
 */
@Repository
class Rollouts implements RunRemains {

    private static final String WATCH_UNTIL = "watchUntil";
    private static final String ACCEPTED = "accepted";

    private final MongoTemplate mongo;

    Rollouts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** When the watch over the first share ends, null while that is not sent. */
    @Nullable
    Instant watchUntil(RunId run) {
        Date end = read(run).getDate(WATCH_UNTIL);
        return end == null ? null : end.toInstant();
    }

    void watchUntil(RunId run, Instant end) {
        update(run, Updates.set(WATCH_UNTIL, Date.from(end)));
    }

    /** A person went on with the run although these were its figures. */
    void accept(RunId run, GuardFigures figures) {
        update(
                run,
                Updates.set(
                        ACCEPTED,
                        new Document("sent", figures.sent())
                                .append("bounces", figures.bounces())
                                .append("complaints", figures.complaints())));
    }

    /** What was accepted last, null when nothing was. */
    @Nullable
    GuardFigures accepted(RunId run) {
        Document accepted = read(run).get(ACCEPTED, Document.class);
        return accepted == null
                ? null
                : new GuardFigures(
                        accepted.getLong("sent"), accepted.getLong("bounces"), accepted.getLong("complaints"));
    }

    @Override
    public void delete(RunId run) {
        collection().deleteOne(byId(run));
    }

    private Document read(RunId run) {
        Document rollout = collection().find(byId(run)).first();
        return rollout == null ? new Document() : rollout;
    }

    private void update(RunId run, Bson change) {
        Bson versioned = Updates.combine(change, Updates.setOnInsert(SchemaVersion.FIELD, SchemaVersion.FIRST));
        collection().updateOne(byId(run), versioned, new UpdateOptions().upsert(true));
    }

    private static Bson byId(RunId run) {
        return Filters.eq("_id", run.value());
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("rollouts").withWriteConcern(WriteConcern.MAJORITY);
    }
}
