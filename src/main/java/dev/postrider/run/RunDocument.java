package dev.postrider.run;

import dev.postrider.ledger.RunId;
import dev.postrider.plan.FrozenPlan;
import dev.postrider.schema.SchemaVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A run as its document in the collection {@code runs}. */
final class RunDocument {

    static final String STATE = "state";
    static final String EPOCH = "epoch";
    static final String OWNER = "owner";
    static final String TOPIC = "topic";
    static final String PLAN = "plan";
    static final String TEMPLATE = "template";
    static final String RENDER_ENDED = "renderEnded";
    static final String CAUSE = "cause";
    static final String OBJECTION = "objection";
    static final String RESUMES_AT = "resumesAt";
    static final String JOB = "job";

    /** {@code {settled, count}}: how often in a row it was taken over with so many recipients settled. */
    static final String TAKEOVERS = "takeovers";

    static final String TAKEOVERS_SETTLED = TAKEOVERS + ".settled";
    static final String TAKEOVERS_COUNT = TAKEOVERS + ".count";

    static final String RESTED_AT = "restedAt";
    static final String SWEPT_AT = "sweptAt";
    static final String PURGED_AT = "purgedAt";

    private static final SchemaVersion SCHEMA = new SchemaVersion("run", 1);

    private RunDocument() {}

    static Document of(Run run) {
        return new Document("_id", run.id().value())
                .append(STATE, run.state().name())
                .append(EPOCH, run.epoch())
                .append("day", run.day().toString())
                .append("source", run.source())
                .append(TOPIC, run.topic())
                .append(TEMPLATE, run.templateHash())
                .append(RENDER_ENDED, run.renderEnded())
                .append("createdAt", Date.from(run.createdAt()))
                .append(SchemaVersion.FIELD, SCHEMA.number());
    }

    static Document plan(FrozenPlan plan, SortedMap<String, Long> expectedSkips) {
        return new Document(EPOCH, plan.epoch())
                .append("blocks", plan.blocks())
                .append("planned", plan.planned())
                .append("skips", new Document(expectedSkips));
    }

    /** @throws dev.postrider.schema.NewerSchema when a newer version wrote it */
    static Run run(Document document) {
        SCHEMA.check(document);
        RunId id = new RunId(document.getString("_id"));
        return new Run(
                id,
                RunState.valueOf(document.getString(STATE)),
                document.getLong(EPOCH),
                document.getString(OWNER),
                LocalDate.parse(document.getString("day")),
                document.getString("source"),
                document.getString(TOPIC),
                document.getString(TEMPLATE),
                plan(id, document.get(PLAN, Document.class)),
                skips(document.get(PLAN, Document.class)),
                document.getBoolean(RENDER_ENDED, false),
                document.getString(CAUSE),
                objection(document.getString(OBJECTION)),
                instant(document.getDate(RESUMES_AT)),
                document.getLong(JOB),
                document.getDate("createdAt").toInstant());
    }

    private static @Nullable FrozenPlan plan(RunId run, @Nullable Document plan) {
        return plan == null
                ? null
                : new FrozenPlan(run, plan.getLong(EPOCH), plan.getInteger("blocks"), plan.getLong("planned"));
    }

    private static SortedMap<String, Long> skips(@Nullable Document plan) {
        SortedMap<String, Long> skips = new TreeMap<>();
        if (plan != null) {
            plan.get("skips", Document.class).forEach((reason, count) -> skips.put(reason, (Long) count));
        }
        return skips;
    }

    private static @Nullable Objection objection(@Nullable String name) {
        return name == null ? null : Objection.valueOf(name);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
