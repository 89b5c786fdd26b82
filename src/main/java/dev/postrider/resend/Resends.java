package dev.postrider.resend;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.audit.Audit;
import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditSubject;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunRemains;
import dev.postrider.schema.ReadableDocuments;
import dev.postrider.schema.SchemaVersion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code resends}:
 * {@code {_id: "run|attempt", run, attempt, of, selected, state, cause, stopping, createdAt, v}}. Inserting one is what opens
 * it, so of two processes that open the same attempt one does.
 */
@Repository
class Resends implements RunRemains {

    private static final SchemaVersion SCHEMA = new SchemaVersion("resend", SchemaVersion.FIRST);

    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final String CAUSE = "cause";
    private static final String RUN = "run";
    private static final String ATTEMPT = "attempt";
    private static final String STOPPING = "stopping";

    private final MongoTemplate mongo;
    private final Audit audit;
    private final Clock clock;
    private final ReadableDocuments readable = new ReadableDocuments();

    Resends(MongoTemplate mongo, Audit audit, Clock clock) {
        this.mongo = mongo;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of the run, in order. */
    List<Resend> of(RunId run) {
        List<Resend> found = collection().find(ofRun(run)).map(Resends::resend).into(new ArrayList<>());
        found.sort(Comparator.comparingInt(Resend::attempt));
        return found;
    }

    /** Those that were being sent by some process when it last wrote something down. */
    List<Resend> sending() {
        return readable.read(collection().find(Filters.eq(STATE, ResendState.SENDING.name())), Resends::resend);
    }

    Resend get(RunId run, int attempt) {
        Document found = collection().find(byId(run, attempt)).first();
        if (found == null) {
            throw new ResendRefused("run '" + run + "' has no resend " + attempt);
        }
        return resend(found);
    }

    /**
     * Opens a resend; who did is in the audit trail first.
     *
     * @throws ResendRefused when there is one of this number
     */
    Resend open(RunId run, int attempt, DeliveryState of, long selected) {
        Map<String, String> details =
                Map.of(ATTEMPT, Integer.toString(attempt), "of", of.name(), "selected", Long.toString(selected));
        return audit.during(AuditAction.RESENT, AuditSubject.run(run), details, () -> {
            insert(new Resend(run, attempt, of, selected, ResendState.OPEN, null, clock.instant()));
            return get(run, attempt);
        });
    }

    private void insert(Resend resend) {
        Document document = new Document(ID, id(resend.run(), resend.attempt()))
                .append(RUN, resend.run().value())
                .append(ATTEMPT, resend.attempt())
                .append("of", resend.of().name())
                .append("selected", resend.selected())
                .append(STATE, resend.state().name())
                .append("createdAt", Date.from(resend.createdAt()))
                .append(SchemaVersion.FIELD, SCHEMA.number());
        try {
            collection().insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw new ResendRefused("another process is resending run '" + resend.run() + "' at this moment");
        }
    }

    void set(ResendParameters id, ResendState state, @Nullable String cause) {
        update(
                id,
                Updates.combine(Updates.set(STATE, state.name()), Updates.set(CAUSE, cause), Updates.unset(STOPPING)));
    }

    void requestStop(ResendParameters id) {
        update(id, Updates.set(STOPPING, true));
    }

    boolean stopRequested(ResendParameters id) {
        Document found = collection().find(byId(id.run(), id.attempt())).first();
        return found != null && found.getBoolean(STOPPING, false);
    }

    @Override
    public void delete(RunId run) {
        collection().deleteMany(ofRun(run));
    }

    private void update(ResendParameters id, Bson change) {
        collection().updateOne(byId(id.run(), id.attempt()), change);
    }

    private static Resend resend(Document document) {
        SCHEMA.check(document);
        return new Resend(
                new RunId(document.getString(RUN)),
                document.getInteger(ATTEMPT),
                DeliveryState.valueOf(document.getString("of")),
                document.getLong("selected"),
                ResendState.valueOf(document.getString(STATE)),
                document.getString(CAUSE),
                document.getDate("createdAt").toInstant());
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("resends").withWriteConcern(WriteConcern.MAJORITY);
    }

    private static Bson ofRun(RunId run) {
        return Filters.and(Filters.gte(ID, run + "|"), Filters.lt(ID, run + "}"));
    }

    private static Bson byId(RunId run, int attempt) {
        return Filters.eq(ID, id(run, attempt));
    }

    private static String id(RunId run, int attempt) {
        return run + "|" + attempt;
    }
}
