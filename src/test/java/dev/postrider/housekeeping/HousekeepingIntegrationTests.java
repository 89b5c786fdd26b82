package dev.postrider.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Figures;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.LedgerPurge;
import dev.postrider.ledger.RunId;
import dev.postrider.node.SlotLaunch;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.operations.StepView;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.outbox.Outbox;
import dev.postrider.partition.Partitions;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@Tag("mongodb")
class HousekeepingIntegrationTests {

    private static final RunId OLD = new RunId("old@20260101T000000Z");
    private static final String TEMPLATE = "t";
    private static final Duration LONG_AGO = Duration.ofDays(401);

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private Jobs jobs;

    @Autowired
    private Purges purges;

    @Autowired
    private RunPurge runPurge;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerPurge purge;

    @Autowired
    private Runs runs;

    @Autowired
    private SlotLaunch launch;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Partitions partitions;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void nothing() {
        List.of(
                        "runs",
                        "deliveries",
                        "blocks",
                        "feedback",
                        "resends",
                        "keptFigures",
                        "rollouts",
                        "renderFailures",
                        "templates")
                .forEach(name -> mongo.getDb().getCollection(name).deleteMany(new Document()));
    }

    @Test
    void purgesARunThatHasBeenOverForLongAndKeepsItsFiguresAndItsSlot() {
        run(OLD, "COMPLETED", LONG_AGO);
        proof(OLD);
        Figures before = ledger.figures(OLD);
        assertThat(purges.due()).containsEntry("runs", 1L);

        JobView done = keepHouse();

        assertThat(done.state()).isEqualTo(JobState.COMPLETED);
        assertThat(written(done)).containsEntry("runs", 1L).hasSameSizeAs(purges.due());
        assertThat(count("deliveries")).isZero();
        assertThat(count("blocks")).isZero();
        assertThat(count("feedback")).isZero();
        assertThat(count("rollouts")).isZero();
        assertThat(count("renderFailures")).isZero();
        assertThat(count("resends")).isZero();
        assertThat(ledger.figures(OLD)).isEqualTo(before).isNotEqualTo(ledger.figures(new RunId("x" + OLD)));
        launch.launch(OLD.campaign(), OLD.slot());
        assertThat(runs.get(OLD).state()).isEqualTo(RunState.COMPLETED);
        assertThat(runs.open()).isEmpty();
        assertThat(purges.due()).containsEntry("runs", 0L);
    }

    @Test
    void leavesRunsThatAreOpenOrHaveBeenOverForLess() {
        run(new RunId("recent@20260101T000000Z"), "COMPLETED", Duration.ofDays(399));
        for (String state :
                List.of("PLANNED", "AWAITING_APPROVAL", "SENDING", "PAUSED", "STOPPING", "STOPPED", "FAILED")) {
            String name = state.toLowerCase(Locale.ROOT).replace('_', '-');
            run(new RunId(name + "@20260101T000000Z"), state, LONG_AGO);
        }

        keepHouse();

        assertThat(count("deliveries")).isEqualTo(8 * 3);
        assertThat(count("blocks")).isEqualTo(8);
        assertThat(count("feedback")).isEqualTo(8);
        assertThat(count("resends")).isEqualTo(8);
    }

    @Test
    void aRunThatIsPurgedByHalfHasItsFigures() {
        run(OLD, "ABANDONED", LONG_AGO);
        Figures before = ledger.figures(OLD);
        purge.keepFigures(OLD);
        mongo.getDb().getCollection("deliveries").deleteOne(Filters.eq("_id", OLD + "|a"));

        purge.keepFigures(OLD);
        assertThat(ledger.figures(OLD)).isEqualTo(before);
        keepHouse();

        assertThat(count("deliveries")).isZero();
        assertThat(ledger.figures(OLD)).isEqualTo(before);
    }

    @Test
    void passesOverARunOfWhichSomethingIsBeingSentAgain() {
        run(OLD, "COMPLETED", LONG_AGO);
        RunId other = new RunId("other@20260101T000000Z");
        run(other, "COMPLETED", Duration.ofDays(400).plusMinutes(1));
        insert(
                "owners",
                new Document("_id", "resending")
                        .append("host", "host-a")
                        .append("pid", 1L)
                        .append("expiresAt", Date.from(Instant.now().plus(LONG_AGO))));
        owner(OLD, "resending");

        assertThat(written(keepHouse())).containsEntry("runs", 1L);
        assertThat(ledger.purged(OLD)).isFalse();
        assertThat(count("deliveries")).isEqualTo(3);

        owner(OLD, null);
        assertThat(written(keepHouse())).containsEntry("runs", 1L);
        assertThat(count("deliveries")).isZero();
        assertThat(runs.get(OLD).owner()).isNull();
    }

    private void owner(RunId run, @Nullable String owner) {
        mongo.getDb().getCollection("runs").updateOne(Filters.eq("_id", run.value()), Updates.set("owner", owner));
    }

    @Test
    void aRunIsPurgedInBatchesBetweenWhichAStopIsNoticed() {
        run(OLD, "COMPLETED", LONG_AGO);
        mongo.getDb()
                .getCollection("deliveries")
                .insertMany(IntStream.range(0, 5_000)
                        .mapToObj(number -> new Document("_id", OLD + "|r" + number).append("state", "SENT"))
                        .toList());

        assertThat(runPurge.purge()).isEqualTo(new Purged(0, true));
        assertThat(count("deliveries")).isEqualTo(3);
        assertThat(runPurge.purge()).isEqualTo(new Purged(0, true));
        assertThat(purges.due()).containsEntry("runs", 1L);
        assertThat(runPurge.purge()).isEqualTo(new Purged(1, true));

        assertThat(purges.due()).containsEntry("runs", 0L);
        assertThat(runPurge.purge()).isEqualTo(new Purged(0, false));
    }

    @Test
    void sweepsAwayWhatProcessesLeftOfARunThatIsOver() {
        RunId over = new RunId("over@20260101T000000Z");
        RunId sending = new RunId("sending@20260101T000000Z");
        run(over, "COMPLETED", Duration.ofDays(2));
        run(sending, "SENDING", Duration.ofDays(2));
        List.of(over, sending).forEach(this::leave);
        assertThat(purges.due()).containsEntry("leftovers", 2L).containsEntry("runs", 0L);

        assertThat(written(keepHouse())).containsEntry("leftovers", 2L);

        assertThat(outbox.depth(over).isEmpty()).isTrue();
        assertThat(partitions.count(over)).isZero();
        assertThat(outbox.depth(sending).isEmpty()).isFalse();
        assertThat(partitions.count(sending)).isEqualTo(1);
        assertThat(count("deliveries")).isEqualTo(2 * 3);
        assertThat(written(keepHouse())).containsEntry("leftovers", 0L);
    }

    @Test
    void leavesWhatMayStillBeAtWork() {
        RunId justOver = new RunId("just-over@20260101T000000Z");
        run(justOver, "COMPLETED", Duration.ofHours(23));
        leave(justOver);

        assertThat(written(keepHouse())).containsEntry("leftovers", 0L);

        assertThat(outbox.depth(justOver).isEmpty()).isFalse();
    }

    @Test
    void aTemplateGoesWithTheLastRunThatPinnedIt() {
        RunId failed = new RunId("failed@20260101T000000Z");
        run(failed, "FAILED", LONG_AGO);
        run(OLD, "COMPLETED", LONG_AGO);
        template(TEMPLATE, LONG_AGO);
        template("unused", Duration.ofDays(2));
        template("about to be used", Duration.ofHours(23));
        assertThat(purges.due()).containsEntry("templates", 1L);

        keepHouse();
        assertThat(count("templates")).isEqualTo(2);
        mongo.getDb()
                .getCollection("runs")
                .updateOne(Filters.eq("_id", failed.value()), Updates.set("state", "ABANDONED"));
        assertThat(written(keepHouse())).containsEntry("templates", 1L);

        assertThat(count("templates")).isEqualTo(1);
    }

    @Test
    void deletesNoDeliveryBeforeTheFiguresAreKept() {
        run(OLD, "COMPLETED", LONG_AGO);

        assertThatThrownBy(() -> purge.deleteSome(OLD)).hasMessageContaining("figures");

        assertThat(count("deliveries")).isEqualTo(3);
    }

    private void proof(RunId run) {
        List.of("deliveries", "feedback")
                .forEach(name -> mongo.getDb()
                        .getCollection(name)
                        .insertOne(new Document("_id", run.proof() + "|team@example.com").append("state", "SENT")));
    }

    private JobView keepHouse() {
        return jobs.start(HousekeepingJob.NAME, new HousekeepingParameters(Instant.now()).toJobParameters());
    }

    private static Map<String, Long> written(JobView job) {
        return job.steps().stream().collect(Collectors.toMap(StepView::name, StepView::written));
    }

    private void leave(RunId run) {
        outbox.append(new EnvelopeBatch(run, "rewards@mail.example.com", null, List.of()));
        insert(
                "partitions",
                new Document("_id", run + "|1|render")
                        .append("run", run.value())
                        .append("epoch", 1L));
    }

    private void template(String hash, Duration ago) {
        insert(
                "templates",
                new Document("_id", hash)
                        .append("pinnedAt", Date.from(Instant.now().minus(ago))));
    }

    private void run(RunId id, String state, Duration ago) {
        Date restedAt = Date.from(Instant.now().minus(ago));
        insert(
                "runs",
                new Document("_id", id.value())
                        .append("state", state)
                        .append("epoch", 1L)
                        .append("day", "2026-01-01")
                        .append("source", "campaign: x")
                        .append("template", TEMPLATE)
                        .append("restedAt", restedAt)
                        .append("createdAt", restedAt));
        insert("rollouts", new Document("_id", id.value()));
        insert("renderFailures", new Document("_id", id.value()));
        insert("blocks", new Document("_id", id + "|1|000000"));
        insert("feedback", new Document("_id", id + "|complaint|a"));
        insert("resends", new Document("_id", id + "|2"));
        Map.of("a", "SENT", "b", "SENT", "c", "UNKNOWN")
                .forEach((recipient, outcome) ->
                        insert("deliveries", new Document("_id", id + "|" + recipient).append("state", outcome)));
    }

    private void insert(String collection, Document document) {
        mongo.getDb().getCollection(collection).insertOne(document);
    }

    private long count(String collection) {
        return mongo.getDb().getCollection(collection).countDocuments();
    }
}
