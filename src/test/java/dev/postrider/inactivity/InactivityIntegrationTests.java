package dev.postrider.inactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.embedded.TestStores;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = InactivitySlice.class)
@Tag("mongodb")
class InactivityIntegrationTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private JobOperator operator;

    @Autowired
    private Job inactivityJob;

    @Autowired
    private InactivityResults results;

    @Autowired
    private MongoDatabaseFactory mongo;

    @BeforeEach
    void nobody() {
        recipients().drop();
    }

    @Test
    void marksTheStageReachedWithTheDateAndCounts() throws Exception {
        recipients()
                .insertMany(List.of(
                        active("a", "2026-11-23T00:00:00Z"),
                        active("b", "2026-08-26T00:00:01Z"),
                        active("c", "2026-08-26T00:00:00Z"),
                        active("d", "2026-07-27T00:00:00Z"),
                        active("e", "2026-05-28T00:00:00Z"),
                        active("f", "1999-01-01T00:00:00Z"),
                        new Document("_id", "signed-up").append("signedUpAt", date("2026-07-01T00:00:00Z")),
                        new Document("_id", "undated")));
        InactivityResult result = run(TODAY);
        assertThat(result.stages())
                .containsExactly(
                        Map.entry("active", 2L), Map.entry("90", 1L), Map.entry("120", 2L), Map.entry("180", 2L));
        assertThat(result.undated()).isEqualTo(1);
        assertThat(result.written()).isEqualTo(5);
        assertThat(mark("b")).isNull();
        assertThat(mark("c")).isEqualTo(new Document("stage", 90).append("at", date("2026-11-24T00:00:00Z")));
        assertThat(mark("signed-up")).containsEntry("stage", 120);
        assertThat(mark("f")).containsEntry("stage", 180);
        assertThat(mark("undated")).isNull();
    }

    @Test
    void writesOnlyWhatHasChanged() throws Exception {
        recipients()
                .insertMany(List.of(
                        active("back", "2026-01-01T00:00:00Z"),
                        active("gone", "2026-01-01T00:00:00Z"),
                        active("going", "2026-08-27T00:00:00Z")));
        assertThat(run(TODAY).written()).isEqualTo(2);
        assertThat(run(TODAY).written()).isZero();
        recipients().updateOne(Filters.eq("_id", "back"), Updates.set("lastActiveAt", date("2026-11-23T00:00:00Z")));
        assertThat(run(TODAY.plusDays(1)).written()).isEqualTo(2);
        assertThat(mark("back")).isNull();
        assertThat(mark("gone")).containsEntry("at", date("2026-11-24T00:00:00Z"));
        assertThat(mark("going")).isEqualTo(new Document("stage", 90).append("at", date("2026-11-25T00:00:00Z")));
    }

    @Test
    void dividesManyRecipientsAndStillSeesEachOnce() throws Exception {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(active(
                    "%05d".formatted(i * 7919 % 20_000), i % 5 == 0 ? "2026-01-01T00:00:00Z" : "2026-11-01T00:00:00Z"));
        }
        recipients().insertMany(many);
        JobExecution execution = execute(TODAY);
        assertThat(execution.getStepExecutions().stream()
                        .filter(step -> step.getStepName().startsWith("mark:")))
                .hasSize(4);
        assertThat(results.of(execution.getId()).stages())
                .containsEntry("active", 16_000L)
                .containsEntry("180", 4_000L);
        assertThat(recipients().countDocuments(Filters.eq("inactivity.stage", 180)))
                .isEqualTo(4_000);
    }

    @Test
    void nobodyAtAllIsFine() throws Exception {
        assertThat(run(TODAY).stages()).containsEntry("active", 0L).containsEntry("180", 0L);
    }

    @Test
    void continuesAfterAFailureAndCountsEverybodyOnce() throws Exception {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(active("%05d".formatted(i), "2026-01-01T00:00:00Z"));
        }
        recipients().insertMany(many);
        recipients().updateOne(Filters.eq("_id", "02100"), Updates.set("lastActiveAt", "not a date"));
        JobExecution failed = execute(TODAY);
        assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(recipients().countDocuments(Filters.eq("inactivity.stage", 180)))
                .isEqualTo(2_000);
        recipients().updateOne(Filters.eq("_id", "02100"), Updates.set("lastActiveAt", date("2026-11-01T00:00:00Z")));
        JobExecution again = operator.start(inactivityJob, failed.getJobParameters());
        InactivityResult result = results.of(again.getId());
        assertThat(result.stages()).containsEntry("active", 1L).containsEntry("180", 2_499L);
        assertThat(result.written()).isEqualTo(2_499);
    }

    @Test
    void refusesStagesThatAreNotAscending() {
        assertThatThrownBy(() -> new InactivitySettings(List.of(120, 90), 4)).hasMessageContaining("[120, 90]");
        assertThatThrownBy(() -> new InactivitySettings(List.of(0, 90), 4)).hasMessageContaining("ascending");
        assertThatThrownBy(() -> new InactivitySettings(List.of(), 4)).hasMessageContaining("ascending");
    }

    private InactivityResult run(LocalDate asOf) throws Exception {
        JobExecution execution = execute(asOf);
        assertThat(execution.getAllFailureExceptions()).isEmpty();
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        return results.of(execution.getId());
    }

    private JobExecution execute(LocalDate asOf) throws Exception {
        var parameters = new InactivityParameters(asOf, null, SEQUENCE.incrementAndGet());
        return operator.start(inactivityJob, parameters.toJobParameters());
    }

    private MongoCollection<Document> recipients() {
        return mongo.getMongoDatabase().getCollection("recipients");
    }

    private Document mark(String id) {
        return recipients().find(Filters.eq("_id", id)).first().get("inactivity", Document.class);
    }

    private static Document active(String id, String at) {
        return new Document("_id", id).append("lastActiveAt", date(at));
    }

    private static Date date(String at) {
        return Date.from(Instant.parse(at));
    }
}
