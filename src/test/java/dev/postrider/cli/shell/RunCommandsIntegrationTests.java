package dev.postrider.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.LeftExecutions;
import dev.postrider.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands on runs and jobs beside a process that has them: this one. */
@SpringBootTest
@Tag("mongodb")
class RunCommandsIntegrationTests {

    private static final Map<String, String> SETTINGS = TestStores.properties();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant SLOT = Instant.parse("2026-11-24T09:00:00Z");

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        SETTINGS.forEach((key, value) -> registry.add(key, () -> value));
    }

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Owners owners;

    @Autowired
    private JobRepository jobs;

    private final InProcess command = new InProcess(SETTINGS);

    @Test
    void watchesARunUntilItIsOver() {
        RunId run = run("ending", RunState.SENDING, owners.self());
        CompletableFuture<Integer> watch = watch(run, "");
        await().atMost(PATIENCE).until(() -> command.err().contains(run + " is sending; sent 0 of 2, rejected 0"));

        sent(run, "r1", "r2");
        update(run, Updates.combine(Updates.set("state", "COMPLETED"), Updates.unset("owner")));

        assertThat(watch.orTimeout(60, TimeUnit.SECONDS).join()).isZero();
        assertThat(command.err()).contains("Ctrl-C ends the watching, not the run");
        assertThat(command.out()).contains("COMPLETED").containsPattern("sent +2\n");
    }

    @Test
    void watchesARunThatIsPlannedFromBeforeItsBeginning() {
        RunId run = run("planned", RunState.PLANNED, null);
        CompletableFuture<Integer> watch = watch(run, "");
        await().atMost(PATIENCE).until(() -> command.err().contains(run + " is planned; it waits for"));

        update(run, Updates.set("state", "COMPLETED"));

        assertThat(watch.orTimeout(60, TimeUnit.SECONDS).join()).isZero();
    }

    @Test
    void keepsWatchingARunThatGoesOnByItselfAndSaysWhatToDoWhenItDoesNot() {
        RunId run = run("waiting", RunState.PAUSED, null);
        update(run, Updates.set("resumesAt", Date.from(SLOT)));
        CompletableFuture<Integer> watch = watch(run, "--json");
        await().atMost(PATIENCE).until(() -> command.out().contains("\n"));

        update(run, Updates.combine(Updates.set("cause", "no such sender"), Updates.unset("resumesAt")));

        assertThat(watch.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(3);
        List<JsonNode> lines =
                command.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).propertyNames())
                .contains("run", "state", "sent", "skipped", "steps", "rate", "secondsLeft")
                .doesNotContain("report", "owned");
        assertThat(lines.get(0).get("resumesAt").asString()).isEqualTo(SLOT.toString());
        assertThat(lines.get(1).get("cause").asString()).isEqualTo("no such sender");
        assertThat(command.err()).endsWith("To go on: postrider run resume " + run + "\n");
    }

    @Test
    void doesNotWatchARunThatWaitsForAPerson() {
        RunId run = run("large", RunState.AWAITING_APPROVAL, null);

        assertThat(command.run("run watch " + run)).isEqualTo(3);

        assertThat(command.err()).endsWith("To approve it: postrider run approve " + run + "\n");
    }

    @Test
    void aRunIsApprovedAndStoppedWhereSesCannotBeAsked() {
        RunId run = run("approved", RunState.AWAITING_APPROVAL, null);
        Map<String, String> without = new HashMap<>(SETTINGS);
        without.put("postrider.ses.endpoint", "http://127.0.0.1:1");
        InProcess approve = new InProcess(without);

        assertThat(approve.run("run approve " + run + " --json")).isZero();
        JsonNode estimate = JsonMapper.shared().readTree(approve.out()).get("estimate");
        assertThat(estimate.get("messages").asInt()).isEqualTo(2);
        assertThat(estimate.get("quotaLeft").isNull()).isTrue();
        assertThat(estimate.get("accountUnknown").asString()).startsWith("SES does not tell the account's limits");

        InProcess stop = new InProcess(without);
        assertThat(stop.run("run stop " + run)).isZero();
        assertThat(stop.out()).contains("STOPPED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch", "approve"})
    void aRunThatDoesNotExistIsOneLine(String verb) {
        assertThat(command.run("run " + verb + " nothing@20261124T090000Z")).isEqualTo(1);

        refused("there is no run 'nothing@20261124T090000Z'; `postrider run list` shows the runs");
    }

    @Test
    void aJobThatDoesNotExistIsOneLine() {
        assertThat(command.run("job restart 4711")).isEqualTo(1);

        refused("there is no job execution 4711 (see: postrider job list)");
    }

    @Test
    void aRunThatIsOverIsNotResumed() {
        RunId run = run("over", RunState.COMPLETED, null);

        assertThat(command.run("run resume " + run)).isEqualTo(1);

        refused("run '" + run + "' is completed: there is nothing left to do");
    }

    @Test
    void aRunAtWorkIsNotResumed() {
        RunId run = run("busy", RunState.SENDING, owners.self());
        Map<String, String> impatient = new HashMap<>(SETTINGS);
        impatient.put("postrider.ledger.lease", "1s");
        InProcess resume = new InProcess(impatient);

        assertThat(resume.run("run resume " + run)).isEqualTo(1);

        assertThat(resume.err())
                .contains("postrider: run '" + run + "' is being worked on by process ")
                .doesNotContain("\tat ");
    }

    @Test
    void aJobAtWorkIsNotRestarted() {
        JobExecution starting = execution("starting");

        assertThat(command.run("job restart " + starting.getId())).isEqualTo(1);

        assertThat(command.err()).startsWith("postrider: ").contains("at work").hasLineCount(1);
    }

    @Test
    void aJobThatIsCompleteIsNotRestarted() {
        JobExecution complete = execution("complete");
        complete.setStatus(BatchStatus.COMPLETED);
        jobs.update(complete);

        assertThat(command.run("job restart " + complete.getId())).isEqualTo(1);

        assertThat(command.err()).startsWith("postrider: ").contains("complete").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"SENDING, SENDING", "STOPPING, STOPPED", "COMPLETED, COMPLETED"})
    void aJobWhoseProcessDiedIsRecoveredOnceAndItsRunSettled(RunState before, RunState after) throws Exception {
        RunId run = run("dead-" + before.name().toLowerCase(Locale.ROOT), before, "dead");
        claimed(run, "r1", "dead#1");
        claimed(run, "r2", owners.self() + "#1");
        claimed(run.proof(), "c1", "dead#2");
        JobParameters parameters = new CampaignJobParameters(run).toJobParameters();
        long dead = new LeftExecutions(jobs)
                .orphan(jobs.createJobInstance(CampaignJob.NAME, parameters), parameters, BatchStatus.STARTED);

        assertThat(command.run("job recover " + dead + " --json")).isZero();

        JsonNode recovered = JsonMapper.shared().readTree(command.out());
        assertThat(recovered.get("state").asString()).isEqualTo("FAILED");
        assertThat(recovered.get("cause").asString()).isEqualTo("its process died before it ended");
        assertThat(command.err()).endsWith("Recovered. To go on with it: postrider job restart " + dead + "\n");
        boolean over = before.over();
        assertThat(document("runs", run.value()))
                .containsEntry("state", after.name())
                .containsEntry("epoch", over ? 1L : 2L);
        assertThat(document("runs", run.value()).containsKey("owner")).isEqualTo(over);
        assertThat(document("deliveries", run + "|r1")).containsEntry("state", over ? "CLAIMED" : "UNKNOWN");
        assertThat(document("deliveries", run.proof() + "|c1")).containsEntry("state", over ? "CLAIMED" : "UNKNOWN");
        assertThat(document("deliveries", run + "|r2")).containsEntry("state", "CLAIMED");
        assertThat(collection("audit").find(Filters.eq("action", "RECOVERED")))
                .anyMatch(entry -> entry.toJson().contains(run.value()));

        InProcess again = new InProcess(SETTINGS);
        assertThat(again.run("job recover " + dead)).isEqualTo(1);
        assertThat(again.err())
                .isEqualTo("postrider: job execution " + dead
                        + " (campaign) is closed already: it is failed (restart continues it)\n");
    }

    @Test
    void aJobAtWorkIsNotRecovered() {
        JobExecution starting = execution("at-work");

        assertThat(command.run("job recover " + starting.getId())).isEqualTo(1);

        assertThat(command.err())
                .startsWith("postrider: ")
                .contains("is at work in a process that is just starting it")
                .hasLineCount(1);
    }

    private void claimed(RunId run, String recipient, String token) {
        collection("deliveries")
                .insertOne(new Document("_id", run + "|" + recipient)
                        .append("state", "CLAIMED")
                        .append("token", token)
                        .append("at", Date.from(Instant.now())));
    }

    private Document document(String collection, String id) {
        return Objects.requireNonNull(
                collection(collection).find(Filters.eq("_id", id)).first());
    }

    private void refused(String line) {
        assertThat(command.err()).isEqualTo("postrider: " + line + "\n");
        assertThat(command.out()).isEmpty();
    }

    private CompletableFuture<Integer> watch(RunId run, String options) {
        return CompletableFuture.supplyAsync(() -> command.run(("run watch " + run + " " + options).strip()));
    }

    private JobExecution execution(String campaign) {
        JobParameters parameters = new CampaignJobParameters(RunId.of(campaign, SLOT)).toJobParameters();
        return jobs.createJobExecution(
                jobs.createJobInstance(CampaignJob.NAME, parameters), parameters, new ExecutionContext());
    }

    private RunId run(String campaign, RunState state, @Nullable String owner) {
        RunId id = RunId.of(campaign, SLOT);
        Document plan = new Document("epoch", 1L)
                .append("blocks", 1)
                .append("planned", 2L)
                .append("skips", new Document());
        collection("runs").deleteOne(Filters.eq("_id", id.value()));
        collection("runs")
                .insertOne(new Document("_id", id.value())
                        .append("state", state.name())
                        .append("epoch", 1L)
                        .append("owner", owner)
                        .append("day", "2026-11-24")
                        .append("source", "")
                        .append("template", "")
                        .append("plan", plan)
                        .append("createdAt", Date.from(SLOT)));
        return id;
    }

    private void update(RunId run, Bson change) {
        collection("runs").updateOne(Filters.eq("_id", run.value()), change);
    }

    private void sent(RunId run, String... recipients) {
        for (String recipient : recipients) {
            collection("deliveries").insertOne(new Document("_id", run + "|" + recipient).append("state", "SENT"));
        }
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getDb().getCollection(name);
    }
}
