package dev.postrider.resend;

import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Runs that are over, with one delivery that is unknown and a resend of it, as documents. */
record StoredResends(MongoTemplate mongo) {

    static final String ALIVE = "alive";
    static final String DEAD = "dead";

    private static final Date LONG_AGO = Date.from(Instant.parse("2020-01-01T00:00:00Z"));

    Resend insert(String campaign, ResendState state) {
        RunId run = RunId.of(campaign, Instant.parse("2026-11-24T09:00:00Z"));
        insert(
                "runs",
                new Document("_id", run.value())
                        .append("state", "COMPLETED")
                        .append("epoch", 1L)
                        .append("day", "2026-11-24")
                        .append("source", "campaign: x")
                        .append("template", "t")
                        .append("restedAt", LONG_AGO)
                        .append("createdAt", LONG_AGO));
        insert(
                "deliveries",
                new Document("_id", run + "|a")
                        .append("state", "UNKNOWN")
                        .append("token", DEAD + "#1")
                        .append("at", LONG_AGO));
        insert(
                "resends",
                new Document("_id", run + "|2")
                        .append("run", run.value())
                        .append("attempt", 2)
                        .append("of", "UNKNOWN")
                        .append("selected", 1L)
                        .append("state", state.name())
                        .append("createdAt", LONG_AGO));
        return new Resend(run, 2, DeliveryState.UNKNOWN, 1, state, null, LONG_AGO.toInstant());
    }

    /** As a process leaves it that has claimed the delivery and does not come to settle it. */
    void claimed(Resend resend) {
        Document claim = new Document("attempt", resend.attempt())
                .append("state", "CLAIMED")
                .append("token", DEAD + "#2")
                .append("at", Date.from(Instant.now()));
        set("deliveries", resend.run() + "|a", new Document("resent", claim));
    }

    /** As if that process had taken the run from whoever had it. */
    void takenBy(String owner, RunId run) {
        mongo.getDb().getCollection("owners").deleteOne(new Document("_id", ALIVE));
        insert(
                "owners",
                new Document("_id", ALIVE)
                        .append("host", "host-a")
                        .append("pid", 1L)
                        .append("expiresAt", Date.from(Instant.now().plus(Duration.ofDays(1)))));
        set("runs", run.value(), new Document("epoch", 99L).append("owner", owner));
    }

    void state(Resend resend, ResendState state) {
        set("resends", resend.run() + "|" + resend.attempt(), new Document("state", state.name()));
    }

    @Nullable
    String owner(RunId run) {
        return run(run).getString("owner");
    }

    Instant restedAt(RunId run) {
        return run(run).getDate("restedAt").toInstant();
    }

    private Document run(RunId run) {
        return Objects.requireNonNull(mongo.getDb()
                .getCollection("runs")
                .find(new Document("_id", run.value()))
                .first());
    }

    private void set(String collection, String id, Document fields) {
        mongo.getDb().getCollection(collection).updateOne(new Document("_id", id), new Document("$set", fields));
    }

    private void insert(String collection, Document document) {
        mongo.getDb().getCollection(collection).insertOne(document);
    }
}
