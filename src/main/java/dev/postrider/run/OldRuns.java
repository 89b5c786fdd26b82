package dev.postrider.run;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.postrider.ledger.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Runs that have been over for a while. One is swept when what its processes left behind is gone, and purged when its
 * deliveries are. The document of a purged run stays for good: it is what says that its slot had its run.
 */
@Repository
public class OldRuns {

    private final MongoTemplate mongo;
    private final Runs runs;
    private final RunHolder holder;

    OldRuns(MongoTemplate mongo, Runs runs, RunHolder holder) {
        this.mongo = mongo;
        this.runs = runs;
        this.holder = holder;
    }

    /** Those that were over before this instant and are not swept, the oldest first. */
    public List<RunId> unswept(Instant overBefore, int max) {
        return find(over(overBefore, RunDocument.SWEPT_AT), max);
    }

    public void swept(RunId run) {
        mark(run, RunDocument.SWEPT_AT);
    }

    /** Those that were over before this instant and are not purged, the oldest first. */
    public List<RunId> unpurged(Instant overBefore, int max) {
        return find(over(overBefore, RunDocument.PURGED_AT), max);
    }

    public long countUnpurged(Instant overBefore) {
        return collection().countDocuments(over(overBefore, RunDocument.PURGED_AT));
    }

    /**
     * Deletes something of the run while this process holds it, so that nothing of it is sent again meanwhile.
     *
     * @return what the deletion does; empty, and without effect, when somebody works on the run, or it is not unpurged or
     *     not over before this instant any more
     */
    public OptionalLong whileHeld(RunId run, Instant overBefore, LongSupplier deletion) {
        if (!holder.tryTake(runs.get(run))) {
            return OptionalLong.empty();
        }
        try {
            Bson due = Filters.and(Filters.eq("_id", run.value()), over(overBefore, RunDocument.PURGED_AT));
            return collection().countDocuments(due) == 0 ? OptionalLong.empty() : OptionalLong.of(deletion.getAsLong());
        } finally {
            holder.release(run);
        }
    }

    public void purged(RunId run) {
        mark(run, RunDocument.PURGED_AT);
    }

    /** The hashes of what runs have pinned that are not purged, whatever their state. */
    public Set<String> templates() {
        return collection()
                .distinct(RunDocument.TEMPLATE, Filters.exists(RunDocument.PURGED_AT, false), String.class)
                .into(new HashSet<>());
    }

    private List<RunId> find(Bson filter, int max) {
        return collection()
                .find(filter)
                .sort(Sorts.ascending(RunDocument.RESTED_AT))
                .limit(max)
                .map(run -> new RunId(run.getString("_id")))
                .into(new ArrayList<>());
    }

    private void mark(RunId run, String field) {
        collection().updateOne(Filters.eq("_id", run.value()), Updates.currentDate(field));
    }

    private static Bson over(Instant before, String mark) {
        return Filters.and(
                Filters.in(RunDocument.STATE, RunState.COMPLETED.name(), RunState.ABANDONED.name()),
                Filters.lt(RunDocument.RESTED_AT, Date.from(before)),
                Filters.exists(mark, false));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("runs");
    }
}
