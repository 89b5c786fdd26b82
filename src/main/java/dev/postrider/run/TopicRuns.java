package dev.postrider.run;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dev.postrider.ledger.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The runs of all campaigns of a topic. */
@Repository
public class TopicRuns {

    /** When a run came to rest is known by MongoDB's clock, and not by that of a node. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final MongoTemplate mongo;

    TopicRuns(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Those that may have sent mail at this instant or later, and maybe others.
     *
     * @param topic as the runs have it pinned; null: those that have none
     */
    public List<RunId> sendingSince(@Nullable String topic, Instant instant) {
        Bson atWork = Filters.in(RunDocument.STATE, RunState.SENDING.name(), RunState.STOPPING.name());
        Bson rested = Filters.gte(RunDocument.RESTED_AT, Date.from(instant.minus(SKEW)));
        return mongo.getDb()
                .getCollection("runs")
                .find(Filters.and(Filters.eq(RunDocument.TOPIC, topic), Filters.or(atWork, rested)))
                .projection(Projections.include("_id"))
                .map(run -> new RunId(run.getString("_id")))
                .into(new ArrayList<>());
    }
}
