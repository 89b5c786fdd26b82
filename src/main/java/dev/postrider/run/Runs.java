package dev.postrider.run;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.postrider.ledger.RunId;
import dev.postrider.schema.ReadableDocuments;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code runs}. A run's document is inserted if absent and then changed only under the epoch of the
 * process that holds it; requests to stop and to abandon are the exception. Its figures are computed from the ledger. Runs that a newer version wrote
 * are in no list, and throw {@link dev.postrider.schema.NewerSchema} when they are asked for.
 */
@Repository
public class Runs {

    private final MongoTemplate mongo;
    private final ReadableDocuments readable = new ReadableDocuments();

    Runs(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** All runs, the newest first. */
    public List<Run> newest(int max) {
        return readable.read(
                collection().find().sort(Sorts.descending("createdAt")).limit(max), RunDocument::run);
    }

    /** Those that some process has to work on now or later: planned, sending or paused ones. */
    public List<Run> open() {
        return in(RunState.PLANNED, RunState.SENDING, RunState.PAUSED);
    }

    /** Those in one of the states, the oldest first. */
    public List<Run> in(RunState... states) {
        return readable.read(
                collection()
                        .find(Filters.in(
                                RunDocument.STATE,
                                Arrays.stream(states).map(RunState::name).toList()))
                        .sort(Sorts.ascending("createdAt")),
                RunDocument::run);
    }

    public Optional<Run> find(RunId run) {
        return Optional.ofNullable(collection().find(byId(run)).first()).map(RunDocument::run);
    }

    /** @throws RunNotFound when there is no such run */
    public Run get(RunId run) {
        return find(run).orElseThrow(() -> new RunNotFound(run));
    }

    /** Inserts the run unless its slot has one, and returns the one that is there now. */
    public Run insertIfAbsent(Run run) {
        try {
            collection().insertOne(RunDocument.of(run));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return get(run.id());
    }

    /** Moves the run from the epoch seen to the next, held by the owner; empty when it is no longer as it was seen. */
    Optional<Run> take(Run seen, String owner) {
        Bson change = Updates.combine(
                Updates.set(RunDocument.EPOCH, seen.epoch() + 1), Updates.set(RunDocument.OWNER, owner));
        Bson asSeen = Filters.eq(RunDocument.STATE, seen.state().name());
        return change(seen.id(), seen.epoch(), asSeen, change) ? find(seen.id()) : Optional.empty();
    }

    /** @throws RunLost when another process holds the run now */
    void update(RunId run, long epoch, Bson change) {
        if (!change(run, epoch, Filters.empty(), change)) {
            throw new RunLost(run);
        }
    }

    boolean change(RunId run, long epoch, Bson condition, Bson change) {
        Bson held = Filters.and(byId(run), Filters.eq(RunDocument.EPOCH, epoch), condition);
        return collection().updateOne(held, change).getMatchedCount() == 1;
    }

    /** Has a run that was planned and not begun go on by itself from then on; without effect on any other. */
    public void resumeAt(RunId run, Instant instant) {
        change(run, RunState.PLANNED, Updates.set(RunDocument.RESUMES_AT, Date.from(instant)));
    }

    /**
     * Asks whoever holds the run to stop; one that nobody works on is not begun or resumed by itself. Returns false, and has
     * no effect, where there is nothing to stop.
     */
    public boolean requestStop(RunId run) {
        Bson stopped = Updates.set(RunDocument.STATE, RunState.STOPPED.name());
        return change(run, RunState.SENDING, Updates.set(RunDocument.STATE, RunState.STOPPING.name()))
                || change(run, RunState.PAUSED, stopped)
                || change(run, RunState.AWAITING_APPROVAL, stopped)
                || change(run, RunState.PLANNED, stopped);
    }

    /**
     * Tells the process that sends the run under this epoch that it has to wait. Of several causes the first one counts;
     * without effect when the run is not sending under it any more.
     *
     * @param resumesAt null: when a person resumes it
     */
    public void hold(Run seen, String cause, @Nullable Instant resumesAt) {
        Bson unlessHeld = Filters.and(
                Filters.eq(RunDocument.STATE, RunState.SENDING.name()), Filters.eq(RunDocument.CAUSE, null));
        Bson change = Updates.combine(
                Updates.set(RunDocument.CAUSE, cause),
                Updates.set(RunDocument.RESUMES_AT, resumesAt == null ? null : Date.from(resumesAt)));
        change(seen.id(), seen.epoch(), unlessHeld, change);
    }

    /** Runs that somebody asked to stop. */
    public List<Run> stopping() {
        return readable.read(
                collection().find(Filters.eq(RunDocument.STATE, RunState.STOPPING.name())), RunDocument::run);
    }

    /** A run whose process died while it was stopping has stopped. Returns false when that is no longer so. */
    public boolean settleStop(Run seen) {
        Bson stopping = Filters.eq(RunDocument.STATE, RunState.STOPPING.name());
        Bson stopped = Updates.combine(
                Updates.set(RunDocument.STATE, RunState.STOPPED.name()), Updates.currentDate(RunDocument.RESTED_AT));
        return change(seen.id(), seen.epoch(), stopping, stopped);
    }

    /** How often in a row the run was taken over without progress. */
    int takeovers(RunId run) {
        Document found = collection().find(byId(run)).first();
        return found == null
                ? 0
                : found.get(RunDocument.TAKEOVERS, new Document()).getInteger("count", 0);
    }

    private boolean change(RunId run, RunState from, Bson change) {
        Bson asSeen = Filters.and(byId(run), Filters.eq(RunDocument.STATE, from.name()));
        return collection().updateOne(asSeen, change).getMatchedCount() == 1;
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("runs").withWriteConcern(WriteConcern.MAJORITY);
    }

    private static Bson byId(RunId run) {
        return Filters.eq("_id", run.value());
    }
}
