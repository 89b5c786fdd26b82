package dev.postrider.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditEntry;
import dev.postrider.audit.AuditSubject;
import dev.postrider.audit.AuditTrail;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunReleased;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.run.RunNotFound;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each test has a run of its own, which no job works on unless this process is entered as its owner. */
@SpringBootTest
@Tag("mongodb")
class RunControlIntegrationTests {

    private static final Instant SLOT = Instant.parse("2026-11-24T09:00:00Z");

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private CampaignRuns campaigns;

    @Autowired
    private RunControl control;

    @Autowired
    private RunApproval approval;

    @Autowired
    private Runs runs;

    @Autowired
    private Jobs jobs;

    @Autowired
    private ActiveRuns active;

    @Autowired
    private Owners owners;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private MongoTemplate mongo;

    @ParameterizedTest
    @CsvSource({"PLANNED", "AWAITING_APPROVAL", "PAUSED", "SENDING", "STOPPING"})
    void aRunThatNobodyWorksOnIsStoppedAtOnce(RunState state) {
        RunId run = run("idle", state, "a-dead-process");

        control.stop(run);

        assertThat(runs.get(run).state()).isEqualTo(RunState.STOPPED);
        assertThat(last(run).action()).isEqualTo(AuditAction.STOPPED);
        assertThat(last(run).refused()).isNull();
    }

    @Test
    void aRunIsStoppedThoughTheStopComesWhileItIsRecovered(
            @Autowired RunRecovery recovery, @Autowired ConfigurableApplicationContext context) {
        RunId run = run("recovered", RunState.SENDING, "a-dead-process");
        ApplicationListener<?> stop = ApplicationListener.forPayload((RunReleased released) -> control.stop(run));
        context.addApplicationListener(stop);

        recovery.settle(run);

        context.removeApplicationListener(stop);
        assertThat(runs.get(run).state()).isEqualTo(RunState.STOPPED);
        assertThat(runs.get(run).owner()).isNull();
    }

    @Test
    void aRunAtWorkIsStoppingUntilItsProcessHasFinished() {
        RunId run = run("busy", RunState.SENDING, owners.self());

        control.stop(run);
        assertThat(runs.get(run).state()).isEqualTo(RunState.STOPPING);

        assertThatThrownBy(() -> control.stop(run))
                .isInstanceOf(RunRefused.class)
                .hasMessage("run '%s' cannot be stopped: it is stopping already", run);
        assertThat(runs.get(run).state()).isEqualTo(RunState.STOPPING);
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPED", "FAILED", "COMPLETED", "ABANDONED"})
    void thereIsNothingToStopInARunThatDoesNotGoOnByItself(RunState state) {
        RunId run = run("ended", state, null);

        assertThatThrownBy(() -> control.stop(run)).isInstanceOf(RunRefused.class);

        assertThat(runs.get(run).state()).isEqualTo(state);
        assertThat(last(run).refused()).startsWith("run '" + run + "' cannot be stopped: it is ");
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNED", "AWAITING_APPROVAL", "STOPPED", "FAILED"})
    void aRunIsGivenUpAlsoBeforeItHasAJob(RunState state) {
        RunId run = run("unwanted", state, null);

        control.abandon(run);

        assertThat(runs.get(run).state()).isEqualTo(RunState.ABANDONED);
        assertThat(last(run).action()).isEqualTo(AuditAction.ABANDONED);
    }

    @Test
    void aRunIsGivenUpAlsoWhenTheJobRepositoryWasLost() {
        RunId run = run("orphan", RunState.FAILED, null);
        mongo.getDb().getCollection("runs").updateOne(id(run), new Document("$set", new Document("job", 4711L)));

        control.abandon(run);

        assertThat(runs.get(run).state()).isEqualTo(RunState.ABANDONED);
    }

    @Test
    void whatIsOverOrDoesNotExistIsRefused() {
        RunId over = run("over", RunState.COMPLETED, null);
        RunId nothing = new RunId("nothing@20261124T090000Z");

        assertThatThrownBy(() -> control.abandon(over))
                .isInstanceOf(RunRefused.class)
                .hasMessage("run '%s' is completed: there is nothing left to do", over);
        assertThatThrownBy(() -> control.stop(nothing)).isInstanceOf(RunNotFound.class);
        assertThatThrownBy(() -> control.abandon(nothing)).isInstanceOf(RunNotFound.class);
        assertThatThrownBy(() -> approval.approve(nothing)).isInstanceOf(RunNotFound.class);
        assertThatThrownBy(() -> approval.approve(over))
                .isInstanceOf(RunRefused.class)
                .hasMessage("run '%s' does not wait for approval: it is completed", over);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "ABANDONED"})
    void aJobOfARunThatIsOverFailsAndLeavesTheRunAsItIs(RunState state) {
        RunId run = run("over-" + state.name().toLowerCase(Locale.ROOT), state, null);

        JobView job = jobs.start(CampaignJob.NAME, new CampaignJobParameters(run).toJobParameters());

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(runs.get(run).state()).isEqualTo(state);
        assertThat(runs.get(run).owner()).isNull();
        assertThat(active.find(run)).isEmpty();
    }

    @Test
    void anApprovalIsInTheTrailAndCannotBeGivenTwice() {
        RunId run = run("large", RunState.AWAITING_APPROVAL, null);

        assertThat(approval.approve(run).state()).isEqualTo(RunState.PLANNED);
        assertThat(last(run).action()).isEqualTo(AuditAction.APPROVED);
        assertThat(last(run).details()).isEqualTo(Map.of("planned", "0"));

        assertThatThrownBy(() -> approval.approve(run))
                .isInstanceOf(RunRefused.class)
                .hasMessage("run '%s' was approved by %s already", run, System.getProperty("user.name"));
    }

    @Test
    void aRunRecordsNewContentsOfItsFileAndItsTemplateAndBlamesNobody() {
        CampaignDefinition before = definition("before");
        CampaignDefinition after = definition("after");
        campaigns.open(before, SLOT);
        campaigns.open(before, SLOT.plusSeconds(60));
        campaigns.open(after, SLOT.plusSeconds(120));

        assertThat(edits(AuditSubject.campaign("edited")))
                .extracting(entry -> entry.details().get("hash"))
                .containsExactly(before.hash(), after.hash());
        assertThat(edits(AuditSubject.campaign("edited")))
                .allMatch(entry -> entry.actor().node());
        assertThat(edits(AuditSubject.template("weekly-loyalty")))
                .isNotEmpty()
                .allMatch(entry -> entry.actor().node());
    }

    private static CampaignDefinition definition(String description) {
        return CampaignDefinition.parse("edited.yml", """
                campaign: edited
                description: %s
                from: rewards@mail.example.com
                template: weekly-loyalty
                segment: {}
                """.formatted(description));
    }

    private List<AuditEntry> edits(AuditSubject subject) {
        return trail.last(1000, null, null).stream()
                .filter(entry ->
                        entry.action() == AuditAction.EDITED && entry.subject().equals(subject))
                .toList();
    }

    private AuditEntry last(RunId run) {
        return trail.last(1, run, null).get(0);
    }

    private RunId run(String campaign, RunState state, @Nullable String owner) {
        RunId id = RunId.of(campaign, SLOT);
        mongo.getDb().getCollection("runs").deleteOne(id(id));
        mongo.getDb()
                .getCollection("runs")
                .insertOne(id(id).append("state", state.name())
                        .append("epoch", 1L)
                        .append("owner", owner)
                        .append("day", "2026-11-24")
                        .append("source", "")
                        .append("template", "")
                        .append("createdAt", Date.from(SLOT)));
        return id;
    }

    private static Document id(RunId run) {
        return new Document("_id", run.value());
    }
}
