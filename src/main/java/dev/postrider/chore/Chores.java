package dev.postrider.chore;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.schema.ReadableDocuments;
import dev.postrider.schema.SchemaVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code chores}: {@code {_id: "inactivity@20261124T033000Z", zone, state, dueAt, owner, cause, changedAt,
 * v}}. Whoever changes the owner from the one seen has the chore.
 */
@Repository
public class Chores {

    private static final String ID = "_id";
    private static final String ZONE = "zone";
    static final String STATE = "state";
    private static final String DUE_AT = "dueAt";
    private static final String OWNER = "owner";
    static final String CAUSE = "cause";
    static final String CHANGED_AT = "changedAt";

    static final SchemaVersion SCHEMA = new SchemaVersion("chore", 1);

    private final ReadableDocuments readable = new ReadableDocuments();
    private final MongoTemplate mongo;
    private final Owners owners;
    private final Clock clock;

    Chores(MongoTemplate mongo, Owners owners, Clock clock) {
        this.mongo = mongo;
        this.owners = owners;
        this.clock = clock;
    }

    /** Makes the slot of the job due, unless it has been before. */
    public void open(RunId id, ZoneId zone) {
        Date now = Date.from(clock.instant());
        try {
            collection()
                    .insertOne(new Document(ID, id.value())
                            .append(ZONE, zone.getId())
                            .append(STATE, ChoreState.DUE.name())
                            .append(DUE_AT, now)
                            .append(CHANGED_AT, now)
                            .append(SchemaVersion.FIELD, SCHEMA.number()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    public boolean known(RunId id) {
        return collection().find(byId(id)).first() != null;
    }

    /** All that are neither done nor given up, by job and slot. */
    List<Chore> open() {
        return readable.read(
                collection().find(Filters.eq(STATE, ChoreState.DUE.name())).sort(Sorts.ascending(ID)), Chores::chore);
    }

    /** Takes the chore for this process; false when it is no longer as it was seen. */
    boolean take(Chore seen) {
        Bson asSeen = Filters.and(
                byId(seen.id()),
                Filters.eq(STATE, ChoreState.DUE.name()),
                Filters.eq(OWNER, seen.owner()),
                Filters.eq(DUE_AT, Date.from(seen.dueAt())));
        return collection().updateOne(asSeen, Updates.set(OWNER, owners.self())).getMatchedCount() == 1;
    }

    void done(Chore chore) {
        leave(chore, ChoreState.DONE, null, Duration.ZERO);
    }

    void giveUp(Chore chore, String cause) {
        leave(chore, ChoreState.GIVEN_UP, cause, Duration.ZERO);
    }

    /** Leaves it to whoever looks next. */
    void release(Chore chore) {
        leave(chore, ChoreState.DUE, null, Duration.ZERO);
    }

    /** Leaves what failed to whoever looks after the pause. */
    void postpone(Chore chore, String cause, Duration pause) {
        leave(chore, ChoreState.DUE, cause, pause);
    }

    /** Without effect when another process has taken the chore from this one. */
    private void leave(Chore chore, ChoreState state, @Nullable String cause, Duration pause) {
        Instant now = clock.instant();
        collection()
                .updateOne(
                        Filters.and(byId(chore.id()), Filters.eq(OWNER, owners.self())),
                        Updates.combine(
                                Updates.unset(OWNER),
                                Updates.set(STATE, state.name()),
                                Updates.set(CAUSE, cause),
                                Updates.set(DUE_AT, Date.from(now.plus(pause))),
                                Updates.set(CHANGED_AT, Date.from(now))));
    }

    private static Chore chore(Document document) {
        SCHEMA.check(document);
        return new Chore(
                new RunId(document.getString(ID)),
                ZoneId.of(document.getString(ZONE)),
                document.getDate(DUE_AT).toInstant(),
                document.getString(OWNER));
    }

    private static Bson byId(RunId id) {
        return Filters.eq(ID, id.value());
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("chores").withWriteConcern(WriteConcern.MAJORITY);
    }
}
