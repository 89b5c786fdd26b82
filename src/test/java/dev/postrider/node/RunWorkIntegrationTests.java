package dev.postrider.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.campaign.RunControl;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@Tag("mongodb")
class RunWorkIntegrationTests {

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private RunWork work;

    @Autowired
    private RunControl control;

    @Autowired
    private DueRuns due;

    @Autowired
    private ResendWatch resends;

    @Autowired
    private Runs runs;

    @Autowired
    private JobRepository jobs;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Clock clock;

    @Autowired
    private NodeSettings settings;

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "ABANDONED"})
    void aRunThatTheJobRepositoryTakesForOverWaitsForAPersonWhoGivesItUp(BatchStatus status) {
        RunId id = StoredRuns.none(mongo, clock)
                .insert("disputed-" + status.name().toLowerCase(Locale.ROOT), "SENDING", null, null);
        end(id, status);

        work.goOn(runs.get(id));

        assertThat(due.now()).extracting(Run::id).doesNotContain(id);
        assertThat(runs.get(id).state()).isEqualTo(RunState.PAUSED);
        assertThat(runs.get(id).resumesAt()).isNull();
        assertThat(runs.get(id).owner()).isNull();
        assertThat(runs.get(id).cause())
                .startsWith("the job repository says otherwise than MongoDB: job execution ")
                .endsWith("postrider run abandon " + id);

        control.abandon(id);

        assertThat(runs.get(id).state()).isEqualTo(RunState.ABANDONED);
    }

    @Test
    void noProcessHasDiedWhereTheJobIsTakenForAlive() {
        RunId id = StoredRuns.none(mongo, clock).insert("alive", "SENDING", null, null);
        end(id, BatchStatus.STARTED);

        for (int looks = 0; looks <= settings.maxTakeovers() + 1; looks++) {
            work.goOn(runs.get(id));
        }

        assertThat(runs.get(id).state()).isEqualTo(RunState.SENDING);
    }

    @Test
    void aNodeSettlesTheResendsOfDeadProcesses() {
        RunId id = StoredRuns.none(mongo, clock).insert("resent", "COMPLETED", StoredRuns.DEAD, null);
        Document resend = new Document("_id", id + "|2");
        mongo.getDb()
                .getCollection("resends")
                .insertOne(new Document(resend)
                        .append("run", id.value())
                        .append("attempt", 2)
                        .append("of", "UNKNOWN")
                        .append("selected", 1L)
                        .append("state", "SENDING")
                        .append("createdAt", Date.from(Instant.now())));

        resends.open();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> mongo.getDb()
                                .getCollection("resends")
                                .countDocuments(new Document(resend).append("state", "FAILED"))
                        == 1);
        resends.close();
    }

    private void end(RunId run, BatchStatus status) {
        JobParameters parameters = new CampaignJobParameters(run).toJobParameters();
        JobExecution execution = jobs.createJobExecution(
                jobs.createJobInstance(CampaignJob.NAME, parameters), parameters, new ExecutionContext());
        execution.setStatus(status);
        jobs.update(execution);
        mongo.getDb()
                .getCollection("runs")
                .updateOne(Filters.eq("_id", run.value()), Updates.set("job", execution.getId()));
    }
}
