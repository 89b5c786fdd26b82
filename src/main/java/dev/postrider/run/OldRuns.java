package dev.postrider.run;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.postrider.ledger.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Runs that have been over for long, and have not been purged. The document of a purged run stays for good: it is what
 * says that its slot had its run.
 */
@Repository
public class OldRuns {

    private final MongoTemplate mongo;

    OldRuns(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Those that were over before this instant, the oldest first. */
    public List<RunId> overBefore(Instant instant, int max) {
        return collection()
                .find(old(instant))
                .sort(Sorts.ascending(RunDocument.RESTED_AT))
                .limit(max)
                .map(run -> new RunId(run.getString("_id")))
                .into(new ArrayList<>());
    }

    public long countOverBefore(Instant instant) {
        return collection().countDocuments(old(instant));
    }

    public void purged(RunId run) {
        collection().updateOne(Filters.eq("_id", run.value()), Updates.currentDate(RunDocument.PURGED_AT));
    }

    private static Bson old(Instant instant) {
        return Filters.and(
                Filters.in(RunDocument.STATE, RunState.COMPLETED.name(), RunState.ABANDONED.name()),
                Filters.lt(RunDocument.RESTED_AT, Date.from(instant)),
                Filters.exists(RunDocument.PURGED_AT, false));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("runs");
    }
}
