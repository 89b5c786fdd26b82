package dev.postrider.node;

import com.mongodb.client.MongoCollection;
import dev.postrider.ledger.RunId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Runs as documents, beside the leases of one process that is dead and one that is alive. */
record StoredRuns(MongoTemplate mongo, Clock clock) {

    static final String DEAD = "dead";
    static final String ALIVE = "alive";

    /** Only the two processes. */
    static StoredRuns none(MongoTemplate mongo, Clock clock) {
        StoredRuns stored = new StoredRuns(mongo, clock);
        mongo.getDb().getCollection("owners").drop();
        stored.runs().drop();
        stored.lease(DEAD, clock.instant().minusSeconds(1));
        stored.lease(ALIVE, clock.instant().plus(Duration.ofDays(1)));
        return stored;
    }

    RunId insert(String campaign, String state, @Nullable String owner, @Nullable Instant resumesAt) {
        RunId id = RunId.of(campaign, Instant.parse("2026-11-24T09:00:00Z"));
        runs().insertOne(new Document("_id", id.value())
                .append("state", state)
                .append("epoch", 1L)
                .append("owner", owner)
                .append("day", "2026-11-24")
                .append("source", "")
                .append("template", "")
                .append("resumesAt", resumesAt == null ? null : Date.from(resumesAt))
                .append("createdAt", Date.from(clock.instant())));
        return id;
    }

    MongoCollection<Document> runs() {
        return mongo.getDb().getCollection("runs");
    }

    private void lease(String id, Instant expiresAt) {
        mongo.getDb()
                .getCollection("owners")
                .insertOne(new Document("_id", id)
                        .append("host", "host-a")
                        .append("pid", 1L)
                        .append("expiresAt", Date.from(expiresAt)));
    }
}
