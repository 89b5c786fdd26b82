package dev.postrider.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Figures;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.LedgerPurge;
import dev.postrider.ledger.RunId;
import dev.postrider.node.SlotLaunch;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
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
    private Ledger ledger;

    @Autowired
    private LedgerPurge purge;

    @Autowired
    private Runs runs;

    @Autowired
    private SlotLaunch launch;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void nothing() {
        List.of("runs", "deliveries", "blocks", "feedback", "keptFigures")
                .forEach(name -> mongo.getDb().getCollection(name).deleteMany(new Document()));
    }

    @Test
    void purgesARunThatHasBeenOverForLongAndKeepsItsFiguresAndItsSlot() {
        run(OLD, "COMPLETED", LONG_AGO);
        Figures before = ledger.figures(OLD);
        assertThat(purges.due()).containsEntry("runs", 1L);

        JobView done = keepHouse();

        assertThat(done.state()).isEqualTo(JobState.COMPLETED);
        assertThat(done.steps().get(0).written()).isEqualTo(1);
        assertThat(count("deliveries")).isZero();
        assertThat(count("blocks")).isZero();
        assertThat(count("feedback")).isZero();
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
    void deletesNoDeliveryBeforeTheFiguresAreKept() {
        run(OLD, "COMPLETED", LONG_AGO);

        assertThatThrownBy(() -> purge.deleteSome(OLD)).hasMessageContaining("figures");

        assertThat(count("deliveries")).isEqualTo(3);
    }

    private JobView keepHouse() {
        return jobs.start(HousekeepingJob.NAME, new HousekeepingParameters(Instant.now()).toJobParameters());
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
                        .append("template", "t")
                        .append("restedAt", restedAt)
                        .append("createdAt", restedAt));
        insert("blocks", new Document("_id", id + "|1|000000"));
        insert("feedback", new Document("_id", id + "|complaint|a"));
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
