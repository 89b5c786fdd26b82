package dev.postrider.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.CampaignFiles;
import dev.postrider.LongProof;
import dev.postrider.PostriderApplication;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.embedded.TestStores;
import dev.postrider.inactivity.InactivityJob;
import dev.postrider.inactivity.InactivityParameters;
import dev.postrider.ledger.ClaimToken;
import dev.postrider.ledger.Claims;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.outbox.Outbox;
import dev.postrider.recipient.RecipientId;
import dev.postrider.resend.Resend;
import dev.postrider.resend.ResendControl;
import dev.postrider.resend.ResendJob;
import dev.postrider.resend.ResendOrders;
import dev.postrider.resend.ResendParameters;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever a run is at, it is over five seconds after a stop at the latest. The whole program in this process. */
@SpringBootTest(classes = PostriderApplication.class)
@Tag("mongodb")
class StopIntegrationTests {

    private static final int RECIPIENTS = 1_000;
    private static final Instant SLOT = Instant.parse("2026-11-24T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What is promised; nothing that these runs wait for would come so soon. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** More than are done with before a stop is there. */
    private static final int MANY = 100_000;

    private static final StopSignal NEVER = new StopSignal(() -> false);
    private static final StopSite SITE = new StopSite();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
        SITE.register(registry);
    }

    @Autowired
    private CampaignRuns campaigns;

    @Autowired
    private RunControl control;

    @Autowired
    private RunHolder holder;

    @Autowired
    private Runs runs;

    @Autowired
    private Claims claims;

    @Autowired
    private Jobs jobs;

    @Autowired
    private MongoTemplate mongo;

    @AfterAll
    static void close() throws IOException {
        SITE.close();
    }

    @BeforeEach
    void recipientsAndATemplate() throws IOException {
        SITE.writeTemplate();
        SITE.latency(0);
        SITE.throttleEvery(0);
        var collection = mongo.getDb().getCollection("recipients");
        if (collection.countDocuments() == 0) {
            collection.insertMany(CampaignFiles.recipients(RECIPIENTS));
        }
    }

    @Test
    void aPlanLooksAtEachRecipientAndFreezesNobodyOnceStopped() throws IOException {
        RunId run = open("plan", "");
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() -> campaigns.plan(run, new StopSignal(() -> looks.incrementAndGet() == 400)))
                .isInstanceOf(SendingStopped.class);

        assertThat(looks).hasValue(400);
        assertThat(runs.get(run).plan()).isNull();
        assertThat(campaigns.plan(run, NEVER).planned()).isEqualTo(RECIPIENTS);
    }

    @Test
    void aStepThatPlansEndsOnceStopped(@Autowired PlanTasklet plan, @Autowired JobRepository repository)
            throws IOException {
        RunId run = open("step", "");
        holder.take(run);
        StepExecution step = step(run, repository);
        step.setTerminateOnly();

        assertThat(plan.execute(new StepContribution(step), new ChunkContext(new StepContext(step))))
                .isEqualTo(RepeatStatus.CONTINUABLE);

        assertThat(runs.get(run).plan()).isNull();
        holder.release(run);
    }

    @Test
    void aRunThatIsOverStaysSoWhenItsNodeIsShutDownBeforeItsJobIsOver(
            @Autowired CampaignJobListener listener,
            @Autowired RunHandover handover,
            @Autowired JobRepository repository)
            throws IOException {
        RunId run = open("closed", "");
        JobExecution job = step(run, repository).getJobExecution();
        listener.beforeJob(job);
        holder.get(run).rest(RunState.COMPLETED, null);

        handover.handOver();
        job.setStatus(BatchStatus.STOPPED);
        listener.afterJob(job);

        assertThat(runs.get(run).state()).isEqualTo(RunState.COMPLETED);
        assertThat(runs.get(run).owner()).isNull();
    }

    @Test
    void aReconciliationLooksAtEachSliceAlsoWithoutGaps(@Autowired Reconciler reconciler) throws IOException {
        RunId run = open("slices", "");
        campaigns.plan(run, NEVER);
        claimElsewhere(run, RECIPIENTS);
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() -> reconciler.reconcile(
                        PinnedCampaign.of(runs.get(run)), new StopSignal(() -> looks.incrementAndGet() == 2)))
                .isInstanceOf(SendingStopped.class);

        assertThat(looks).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    proof       | proof: [ann@team.example, bob@team.example]
                    first-share | rollout: { first: 20%, watch: 1h }
                    deliver     | topic: news
                    """)
    void aRunThatWaitsForPermitsStops(String step, String key) throws IOException {
        RunId run = open(step, key + "\nlimits: { rate: 0.01 }");
        long before = SITE.accepted();
        CompletableFuture<JobView> work = work(run);
        awaitStep(step);

        stops(run, work);

        assertThat(SITE.accepted()).isEqualTo(before);
    }

    @Test
    void aRunWhoseOutboxIsFullStops(@Autowired Outbox outbox) throws IOException {
        RunId run = open("full", "limits: { rate: 0.01 }");
        CompletableFuture<JobView> work = work(run);
        await().atMost(PATIENCE).until(() -> outbox.depth(run).entries() >= StopSite.OUTBOX_ENTRIES);

        stops(run, work);
    }

    @Test
    void aRunOfWhichSesTakesNothingStops() throws IOException {
        SITE.throttleEvery(1);
        RunId run = open("throttled", "");
        long before = SITE.throttled();
        CompletableFuture<JobView> work = work(run);
        await().atMost(PATIENCE).until(() -> SITE.throttled() > before);

        stops(run, work);
    }

    @Test
    void aRunInTheMiddleOfSendingStops() throws IOException {
        SITE.latency(500);
        RunId run = open("sending", "");
        long before = SITE.accepted();
        CompletableFuture<JobView> work = work(run);
        await().atMost(PATIENCE).until(() -> SITE.accepted() > before);

        stops(run, work);

        assertThat(SITE.accepted()).isLessThan(before + RECIPIENTS);
    }

    @Test
    void aRunThatWasTakenAndHasNotBegunStops() throws IOException {
        RunId run = open("taken", "");
        campaigns.take(run);
        long before = SITE.accepted();

        control.stop(run);
        CompletableFuture<JobView> work = work(run);

        assertThat(work).succeedsWithin(LIMIT).returns(JobState.STOPPED, JobView::state);
        assertThat(runs.get(run).state()).isEqualTo(RunState.STOPPED);
        assertThat(SITE.accepted()).isEqualTo(before);
    }

    @Test
    void aRunWhoseFirstShareIsWatchedStops() throws IOException {
        RunId run = open("watched", "rollout: { first: 20%, watch: 1h }");
        assertThat(work(run)).succeedsWithin(PATIENCE);
        assertThat(runs.get(run).state()).isEqualTo(RunState.PAUSED);

        control.stop(run);

        assertThat(runs.get(run).state()).isEqualTo(RunState.STOPPED);
    }

    @LongProof
    @Test
    void theInactivityJobStops() {
        var recipients = mongo.getDb().getCollection("recipients");
        recipients.insertMany(CampaignFiles.recipients(RECIPIENTS, MANY));
        try {
            InactivityParameters parameters = InactivityParameters.of(LocalDate.parse("2026-11-24"));
            CompletableFuture<JobView> work =
                    CompletableFuture.supplyAsync(() -> jobs.start(InactivityJob.NAME, parameters.toJobParameters()));
            awaitStep("mark:range0");

            jobs.stop(jobs.list(1).get(0).id());

            assertThat(work).succeedsWithin(LIMIT).returns(JobState.STOPPED, JobView::state);
        } finally {
            recipients.deleteMany(Filters.gte("number", RECIPIENTS));
        }
    }

    @Test
    void aRunThatWaitsForWhatAnotherProcessHasInHandStops() throws IOException {
        RunId run = open("reconcile", "");
        campaigns.plan(run, NEVER);
        claimElsewhere(run, 1);
        CompletableFuture<JobView> work = work(run);
        awaitStep("reconcile");

        stops(run, work);
    }

    @Test
    void theResendOfARunIsStoppedByTheRun(@Autowired ResendOrders orders, @Autowired ResendControl resends)
            throws IOException {
        RunId run = open("again", "");
        assertThat(work(run)).succeedsWithin(PATIENCE).returns(JobState.COMPLETED, JobView::state);
        assertThat(resends.stop(run)).isEmpty();
        mongo.getDb()
                .getCollection("deliveries")
                .updateMany(
                        Filters.and(Filters.gte("_id", run + "|"), Filters.lt("_id", run + "}")),
                        Updates.set("state", "UNKNOWN"));
        SITE.latency(500);
        long before = SITE.accepted();
        Resend resend = orders.open(run, DeliveryState.UNKNOWN).orElseThrow();
        CompletableFuture<JobView> work = CompletableFuture.supplyAsync(
                () -> jobs.start(ResendJob.NAME, ResendParameters.of(resend).toJobParameters()));
        await().atMost(PATIENCE).until(() -> SITE.accepted() > before);

        assertThat(resends.stop(run)).map(Resend::attempt).hasValue(2);

        assertThat(work).succeedsWithin(LIMIT).returns(JobState.STOPPED, JobView::state);
        assertThat(SITE.accepted()).isLessThan(before + RECIPIENTS);
        assertThat(resends.stop(run)).isEmpty();
    }

    private void stops(RunId run, CompletableFuture<JobView> work) {
        control.stop(run);

        assertThat(work).succeedsWithin(LIMIT).returns(JobState.STOPPED, JobView::state);
        assertThat(runs.get(run).state()).isEqualTo(RunState.STOPPED);
    }

    private void awaitStep(String name) {
        await().atMost(PATIENCE)
                .until(() ->
                        jobs.ownSteps().stream().anyMatch(step -> step.name().equals(name)));
    }

    private RunId open(String campaign, String keys) throws IOException {
        SITE.writeCampaign(campaign, keys);
        return campaigns.open(campaign, SLOT, null).id();
    }

    private CompletableFuture<JobView> work(RunId run) {
        return CompletableFuture.supplyAsync(() -> {
            campaigns.take(run);
            return jobs.start(CampaignJob.NAME, new CampaignJobParameters(run).toJobParameters());
        });
    }

    /** By a process that lives. */
    private void claimElsewhere(RunId run, int recipients) {
        String owner = "elsewhere-" + run.campaign();
        mongo.getDb().getCollection("owners").insertOne(StopSite.process(owner));
        List<RecipientId> ids = IntStream.range(0, recipients)
                .mapToObj(number -> new RecipientId("r" + number))
                .toList();
        claims.claim(run, ids, new ClaimToken(owner, 1, 1, Instant.now()));
    }

    private static StepExecution step(RunId run, JobRepository repository) {
        JobParameters parameters = new CampaignJobParameters(run).toJobParameters();
        JobExecution job = repository.createJobExecution(
                repository.createJobInstance(CampaignJob.NAME, parameters), parameters, new ExecutionContext());
        return repository.createStepExecution("plan", job);
    }
}
