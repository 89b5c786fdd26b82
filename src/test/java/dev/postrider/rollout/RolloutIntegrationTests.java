package dev.postrider.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.CampaignFiles;
import dev.postrider.PostriderApplication;
import dev.postrider.SettableClock;
import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditEntry;
import dev.postrider.audit.AuditTrail;
import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.campaign.CampaignRuns;
import dev.postrider.delivery.RunHeld;
import dev.postrider.embedded.TestStores;
import dev.postrider.feedback.BounceType;
import dev.postrider.feedback.Feedback;
import dev.postrider.feedback.FeedbackInbox;
import dev.postrider.ledger.Claims;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.Figures;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Settlement;
import dev.postrider.operations.Jobs;
import dev.postrider.plan.Share;
import dev.postrider.recipient.RecipientId;
import dev.postrider.report.RunFeedback;
import dev.postrider.report.RunReports;
import dev.postrider.run.Objection;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole program in this process, on a clock that stands still. */
@SpringBootTest(classes = {PostriderApplication.class, RolloutIntegrationTests.StandingClock.class})
@Tag("mongodb")
class RolloutIntegrationTests {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    /** It takes the date of any request: requests to send are dated by the standing clock, those of the SDK are not. */
    private static final SesSimulator SIMULATOR =
            SesSimulator.start(SimulatorOptions.defaults().with("signatureWindow", Long.MAX_VALUE / 2_000_000));

    private static final int RECIPIENTS = 400;

    @TempDir
    private static Path folder;

    @TestConfiguration
    static class StandingClock {

        @Bean
        @Primary
        SettableClock settableClock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
        new CampaignFiles(folder).register(registry, SIMULATOR);
        registry.add("postrider.guard.period", () -> "100ms");
    }

    @Autowired
    private CampaignRuns campaigns;

    @Autowired
    private Runs runs;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Claims claims;

    @Autowired
    private Guard guard;

    @Autowired
    private FeedbackInbox feedback;

    @Autowired
    private RunReports reports;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private MongoTemplate mongo;

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @BeforeEach
    void recipientsAndATemplate() throws IOException {
        new CampaignFiles(folder).writeTemplate();
        var collection = mongo.getDb().getCollection("recipients");
        if (collection.countDocuments() == 0) {
            collection.insertMany(CampaignFiles.recipients(RECIPIENTS));
        }
    }

    @Test
    void sendsAShareThenWatchesThenSendsTheRest() throws IOException {
        RunId run = open("calm", "rollout: { first: 20%, watch: 1h }");
        long share = share(run, 0.2);
        assertThat(share).isBetween(RECIPIENTS / 8L, RECIPIENTS / 3L);
        long before = SIMULATOR.stats().accepted();

        assertThat(work(run)).returns(RunState.PAUSED, Run::state);
        Instant end = CLOCK.instant().plus(Duration.ofHours(1));
        CLOCK.advance(Duration.ofMinutes(59));
        assertThat(work(run))
                .satisfies(paused -> assertThat(paused.resumesAt()).isEqualTo(end))
                .satisfies(paused -> assertThat(paused.cause()).contains("watched until " + end));
        assertThat(SIMULATOR.stats().accepted() - before).isEqualTo(share);

        CLOCK.advance(Duration.ofMinutes(1));
        assertThat(work(run)).returns(RunState.COMPLETED, Run::state);

        assertThat(SIMULATOR.stats().accepted() - before).isEqualTo(RECIPIENTS);
        everybodyHasIt(run);
    }

    @ParameterizedTest
    @CsvSource({"bounces, 10, 0", "complaints, 0, 1"})
    void tooManyBouncesOrComplaintsOfTheShareWaitForAPersonWhoIsNotAskedAgainForTheSame(
            String what, int bounces, int complaints) throws IOException {
        RunId run = open(what, "rollout: { first: 20%, watch: 30m }");
        work(run);
        bounce(run, 0, bounces);
        complain(run, complaints);
        CLOCK.advance(Duration.ofMinutes(30));

        Run paused = work(run);
        assertThat(paused).returns(RunState.PAUSED, Run::state).returns(Objection.GUARD, Run::objection);
        assertThat(paused.resumesAt()).isNull();
        assertThat(paused.cause())
                .startsWith("the guard: of " + share(run, 0.2) + " messages sent " + bounces + ", ")
                .contains(" bounced permanently (under 5 % allowed) and " + complaints + ", ")
                .contains(" brought a complaint (under 0.1 % allowed)");
        assertThat(ledger.figures(run).sent()).isEqualTo(share(run, 0.2));
        assertThat(reports.of(run).feedback())
                .returns((long) bounces, RunFeedback::bounces)
                .returns((long) complaints, RunFeedback::complaints)
                .returns((double) bounces / share(run, 0.2), RunFeedback::bounceShare);

        assertThat(work(run)).returns(RunState.COMPLETED, Run::state).returns(null, Run::objection);
        everybodyHasIt(run);
        assertThat(trail.last(10, run, null))
                .filteredOn(entry -> entry.action() == AuditAction.PAUSED || entry.action() == AuditAction.ACCEPTED)
                .satisfiesExactly(
                        pause -> assertThat(pause)
                                .returns(true, entry -> entry.actor().node())
                                .returns(
                                        paused.cause(), entry -> entry.details().get("cause")),
                        acceptance -> assertThat(acceptance)
                                .returns(AuditAction.ACCEPTED, AuditEntry::action)
                                .returns(false, entry -> entry.actor().node())
                                .returns(
                                        Integer.toString(bounces),
                                        entry -> entry.details().get("bounces"))
                                .returns(
                                        Integer.toString(complaints),
                                        entry -> entry.details().get("complaints")));
    }

    @Test
    void theGuardWatchesWhileTheRestIsSentAndCountsAnewOnceAPersonWentOn() throws IOException {
        RunId run = open("rest", "limits: { rate: 40 }");
        CompletableFuture<Run> first = CompletableFuture.supplyAsync(() -> work(run));
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger.figures(run).sent() > 0);
        bounce(run, 0, 25);

        Run paused = first.join();
        assertThat(paused).returns(RunState.PAUSED, Run::state);
        assertThat(paused.cause()).startsWith("the guard: of ");
        assertThat(ledger.figures(run).total()).isLessThan(RECIPIENTS);

        long sent = ledger.figures(run).sent();
        CompletableFuture<Run> second = CompletableFuture.supplyAsync(() -> work(run));
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger.figures(run).sent() > sent);
        bounce(run, 100, 125);
        assertThat(second.join().cause()).contains("since that was last accepted");

        assertThat(work(run)).returns(RunState.COMPLETED, Run::state);
        everybodyHasIt(run);
    }

    @Test
    void mailsToTheMailboxSimulatorDoNotDiluteTheSharesAndNothingElseIsNoReasonToPause() throws IOException {
        RunId seeds = settled(open("seeds", ""), 200, 0);
        bounce(seeds, 0, 1);
        assertThat(guard.look(seeds)).isEmpty();

        RunId mixed = settled(open("mixed", ""), 200, 20);
        bounce(mixed, 200, 201);
        assertThat(guard.look(mixed))
                .hasValueSatisfying(cause -> assertThat(cause).startsWith("the guard: of 20 messages sent 1, 5 %,"));
    }

    /** The first recipients have addresses of the mailbox simulator, those after them have not. */
    private RunId settled(RunId run, int simulated, int others) {
        List<RecipientId> all = IntStream.range(0, simulated + others)
                .mapToObj(number -> new RecipientId("r" + number))
                .toList();
        claims.claim(run, all, claims.token());
        ledger.settle(
                run,
                IntStream.range(0, all.size())
                        .mapToObj(n -> new Settlement(all.get(n), DeliveryState.SENT, "m-" + n, n < simulated))
                        .toList());
        return run;
    }

    @Test
    void goesOnWithAnInterruptedShareAndMailsNobodyTwice() throws IOException {
        RunId run = open("interrupted", "limits: { rate: 50 }\nrollout: { first: 50%, watch: 1h }");
        long share = share(run, 0.5);
        long before = SIMULATOR.stats().accepted();
        CompletableFuture<Run> first = CompletableFuture.supplyAsync(() -> work(run));
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger.figures(run).sent() > 0);
        events.publishEvent(new RunHeld(run, "interrupted", null));

        assertThat(first.join())
                .returns(RunState.PAUSED, Run::state)
                .returns("interrupted", Run::cause)
                .returns(null, Run::objection);
        assertThat(ledger.figures(run).sent()).isLessThan(share);

        assertThat(work(run).cause()).contains("watched until");
        assertThat(SIMULATOR.stats().accepted() - before).isEqualTo(share);
        CLOCK.advance(Duration.ofHours(1));
        assertThat(work(run)).returns(RunState.COMPLETED, Run::state);
        assertThat(SIMULATOR.stats().accepted() - before).isEqualTo(RECIPIENTS);
        everybodyHasIt(run);
    }

    private void everybodyHasIt(RunId run) {
        Figures figures = ledger.figures(run);
        assertThat(figures.sent()).isEqualTo(RECIPIENTS);
        assertThat(figures.total()).isEqualTo(runs.get(run).planned());
    }

    private RunId open(String campaign, String keys) throws IOException {
        new CampaignFiles(folder).writeCampaign(campaign, keys);
        return campaigns.open(campaign, CLOCK.instant(), null).id();
    }

    private Run work(RunId run) {
        campaigns.take(run);
        jobs.start(CampaignJob.NAME, new CampaignJobParameters(run).toJobParameters());
        return runs.get(run);
    }

    private static long share(RunId run, double fraction) {
        Share share = new Share(run, fraction);
        return IntStream.range(0, RECIPIENTS)
                .filter(number -> share.has(new RecipientId("r" + number)))
                .count();
    }

    private void bounce(RunId run, int from, int to) {
        IntStream.range(from, to)
                .forEach(number -> feedback.take(new Feedback.Bounce(
                        run, new RecipientId("r" + number), null, BounceType.PERMANENT, "general")));
    }

    private void complain(RunId run, int count) {
        IntStream.range(0, count)
                .forEach(number ->
                        feedback.take(new Feedback.Complaint(run, new RecipientId("r" + number), null, "abuse")));
    }
}
