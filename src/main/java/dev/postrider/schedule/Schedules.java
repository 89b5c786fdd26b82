package dev.postrider.schedule;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.schema.SchemaVersion;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code schedules}:
 * {@code {_id: campaign, cron, zone, graceSeconds, source, since, evaluatedTo, blocked: {slot, cause}, v}}, without the next
 * three while the campaign has no schedule, without the source once its file was deleted, and with {@code blocked} only while
 * the next slot is due and cannot be launched. A document is changed only from the state that was seen.
 */
@Repository
class Schedules {

    private static final SchemaVersion SCHEMA = new SchemaVersion("schedule of", 1);
    private static final String SOURCE = "source";
    private static final String BLOCKED = "blocked";

    private final MongoTemplate mongo;

    Schedules(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<Evaluated> find(String campaign) {
        return Optional.ofNullable(
                        collection().find(Filters.eq("_id", campaign)).first())
                .map(Schedules::evaluated);
    }

    /** Without effect when the campaign has one. */
    void insert(Evaluated first) {
        try {
            collection().insertOne(document(first));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** False, and without effect, when another node has changed what was seen. No slot is blocked from then on. */
    boolean replace(Evaluated seen, Evaluated next) {
        return collection().replaceOne(asSeen(seen), document(next)).getMatchedCount() == 1;
    }

    /** Without effect when another node has changed what was seen. */
    void block(Evaluated seen, BlockedSlot slot) {
        if (!slot.equals(seen.blocked())) {
            Document blocked = new Document("slot", Date.from(slot.slot())).append("cause", slot.cause());
            collection().updateOne(asSeen(seen), Updates.set(BLOCKED, blocked));
        }
    }

    /** The campaigns that have a slot which is blocked. */
    List<String> blocked() {
        return collection()
                .find(Filters.exists(BLOCKED))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    /** Keeps no text of files that are not among these, and blocks no slot of theirs: nobody launches it any more. */
    void forgetSourcesBut(Collection<String> files) {
        collection()
                .updateMany(
                        Filters.and(Filters.exists(SOURCE), Filters.nin("_id", files)),
                        Updates.combine(Updates.unset(SOURCE), Updates.unset(BLOCKED)));
    }

    private static Bson asSeen(Evaluated seen) {
        return Filters.and(
                Filters.eq("_id", seen.campaign()),
                Filters.eq("since", Date.from(seen.since())),
                Filters.eq("evaluatedTo", Date.from(seen.evaluatedTo())));
    }

    private static Document document(Evaluated evaluated) {
        Document document = new Document("_id", evaluated.campaign());
        Timetable timetable = evaluated.timetable();
        if (timetable != null) {
            document.append("cron", timetable.cron())
                    .append("zone", timetable.zone().getId())
                    .append("graceSeconds", timetable.grace().toSeconds());
        }
        if (evaluated.source() != null) {
            document.append(SOURCE, evaluated.source());
        }
        return document.append("since", Date.from(evaluated.since()))
                .append("evaluatedTo", Date.from(evaluated.evaluatedTo()))
                .append(SchemaVersion.FIELD, SCHEMA.number());
    }

    private static Evaluated evaluated(Document document) {
        SCHEMA.check(document);
        return new Evaluated(
                document.getString("_id"),
                timetable(document),
                document.getDate("since").toInstant(),
                document.getString(SOURCE),
                document.getDate("evaluatedTo").toInstant(),
                blocked(document.get(BLOCKED, Document.class)));
    }

    private static @Nullable BlockedSlot blocked(@Nullable Document blocked) {
        return blocked == null
                ? null
                : new BlockedSlot(blocked.getDate("slot").toInstant(), blocked.getString("cause"));
    }

    private static @Nullable Timetable timetable(Document document) {
        String cron = document.getString("cron");
        return cron == null
                ? null
                : new Timetable(
                        cron,
                        ZoneId.of(document.getString("zone")),
                        Duration.ofSeconds(document.getLong("graceSeconds")));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("schedules").withWriteConcern(WriteConcern.MAJORITY);
    }
}
