package dev.postrider.frequency;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.CampaignFiles;
import dev.postrider.PostriderApplication;
import dev.postrider.SettableClock;
import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.campaign.CampaignRuns;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Claims;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Settlement;
import dev.postrider.ledger.Skip;
import dev.postrider.ledger.SkipReason;
import dev.postrider.ledger.Tallies;
import dev.postrider.operations.Jobs;
import dev.postrider.recipient.RecipientId;
import dev.postrider.report.MissedRecipient;
import dev.postrider.report.MissedRecipients;
import dev.postrider.report.RunReport;
import dev.postrider.report.RunReports;
import dev.postrider.run.RunState;
import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole program in this process, on a clock that stands still at the present. */
@SpringBootTest(classes = {PostriderApplication.class, FrequencyCapIntegrationTests.StandingClock.class})
@Tag("mongodb")
class FrequencyCapIntegrationTests {

    private static final SettableClock CLOCK = SettableClock.atPresent();
    /** It takes the date of any request: those to send are dated by the standing clock, those of the SDK are not. */
    private static final SesSimulator SIMULATOR =
            SesSimulator.start(SimulatorOptions.defaults().with("signatureWindow", Long.MAX_VALUE / 2_000_000));

    private static final int RECIPIENTS = 40;
    private static final FrequencyCap ONE_A_WEEK = new FrequencyCap("news", 1, Duration.ofDays(7));
    private static final RunId ANY = new RunId("any@20260101T000000Z");

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
    }

    @Autowired
    private CampaignRuns campaigns;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Claims claims;

    @Autowired
    private Tallies tallies;

    @Autowired
    private RunReports reports;

    @Autowired
    private MissedRecipients missed;

    @Autowired
    private FrequencyCaps caps;

    @Autowired
    private MongoTemplate mongo;

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @BeforeEach
    void recipientsWhoHadNoMail() throws IOException {
        new CampaignFiles(folder).writeTemplate();
        List.of("recipients", "runs", "deliveries")
                .forEach(name -> mongo.getDb().getCollection(name).deleteMany(new Document()));
        mongo.getDb().getCollection("recipients").insertMany(CampaignFiles.recipients(RECIPIENTS));
    }

    @Test
    void skipsWhoHasHadAsManyMailsOfTheTopicWhateverTheirCampaigns() throws IOException {
        mailed("all", "topic: rewards", ids(0, RECIPIENTS));
        mailed("some", "topic: rewards", ids(0, 10));
        mailed("others", "topic: news", ids(0, RECIPIENTS));
        mailed("without", "", ids(0, RECIPIENTS));

        RunId capped = send("capped", "topic: rewards\ncap: { mails: 2, days: 7 }");

        RunReport report = reports.of(capped);
        assertThat(report.sent()).isEqualTo(30);
        assertThat(report.skipped()).containsExactly(entry("frequency-cap", 10L));
        assertThat(report.addsUp()).isTrue();
        assertThat(tallies.byCampaign().get("capped"))
                .satisfies(tally ->
                        assertThat(tally.skipped(SkipReason.FREQUENCY_CAP)).isEqualTo(10));
        List<MissedRecipient> without = new ArrayList<>();
        missed.forEach(capped, without::add);
        assertThat(without)
                .hasSize(10)
                .allSatisfy(one -> assertThat(one.reason()).isEqualTo("frequency-cap"));
    }

    @Test
    void campaignsThatNameNoTopicHaveOneInCommon() throws IOException {
        mailed("untold", "", ids(0, 10));
        mailed("told", "topic: news", ids(0, RECIPIENTS));

        assertThat(caps.reached(ANY, new FrequencyCap(null, 1, Duration.ofDays(7)), ids(0, RECIPIENTS)))
                .isEqualTo(Set.copyOf(ids(0, 10)));
    }

    @Test
    void aMailCountsForTheDaysAndNotForAMomentLonger() throws IOException {
        mailed("early", "topic: news", ids(0, 10));
        Instant aWeekAgo = CLOCK.instant().minus(ONE_A_WEEK.window());

        claimedAt(aWeekAgo);
        assertThat(caps.reached(ANY, ONE_A_WEEK, ids(0, 10))).hasSize(10);

        claimedAt(aWeekAgo.minusMillis(1));
        assertThat(caps.reached(ANY, ONE_A_WEEK, ids(0, 10))).isEmpty();
    }

    @Test
    void whatMayArriveCountsAndWhatWillNotDoesNot() throws IOException {
        RunId other = atWork("other", "topic: news");
        claims.claim(other, ids(0, 4), claims.token());
        settle(other, ids(1, 2), DeliveryState.SENT);
        settle(other, ids(2, 3), DeliveryState.UNKNOWN);
        settle(other, ids(3, 4), DeliveryState.REJECTED);
        ledger.skip(other, List.of(Skip.of(new RecipientId("r4"), SkipReason.PAUSED)));

        assertThat(caps.reached(ANY, ONE_A_WEEK, ids(0, RECIPIENTS))).isEqualTo(Set.copyOf(ids(0, 3)));

        Document again = new Document("state", "SENT").append("at", Date.from(CLOCK.instant()));
        set("deliveries", new Document("_id", other + "|r3"), "resent", again);
        assertThat(caps.reached(ANY, ONE_A_WEEK, ids(0, RECIPIENTS))).isEqualTo(Set.copyOf(ids(0, 4)));
    }

    @Test
    void whatWasRenderedIsHeldAgainstTheCapOnceMoreBeforeItIsSent() throws IOException {
        SIMULATOR.change(
                "entryFailures",
                IntStream.range(0, RECIPIENTS)
                        .boxed()
                        .collect(Collectors.toMap(n -> "r" + n + "@example.com", n -> "ACCOUNT_SENDING_PAUSED")));
        RunId late = send("late", "topic: news\ncap: { mails: 1, days: 7 }");
        SIMULATOR.change("entryFailures", Map.of());
        assertThat(reports.of(late).state()).isEqualTo(RunState.PAUSED);
        assertThat(reports.of(late).sent()).isZero();
        mailed("meanwhile", "topic: news", ids(0, 10));

        again(late);

        assertThat(reports.of(late).sent()).isEqualTo(30);
        assertThat(reports.of(late).skipped()).containsExactly(entry("frequency-cap", 10L));
    }

    @Test
    void whatTheRunItselfHasSentDoesNotCount() throws IOException {
        RunId run = send("own", "topic: news");

        assertThat(caps.reached(run, ONE_A_WEEK, ids(0, RECIPIENTS))).isEmpty();
        assertThat(caps.reached(ANY, ONE_A_WEEK, ids(0, RECIPIENTS))).hasSize(RECIPIENTS);
    }

    /** A run at work that has sent to these. */
    private void mailed(String campaign, String keys, List<RecipientId> recipients) throws IOException {
        RunId run = atWork(campaign, keys);
        claims.claim(run, recipients, claims.token());
        settle(run, recipients, DeliveryState.SENT);
    }

    private RunId atWork(String campaign, String keys) throws IOException {
        RunId run = open(campaign, keys);
        set("runs", new Document("_id", run.value()), "state", "SENDING");
        return run;
    }

    private void settle(RunId run, List<RecipientId> recipients, DeliveryState state) {
        ledger.settle(
                run,
                recipients.stream()
                        .map(recipient -> new Settlement(recipient, state, "as is"))
                        .toList());
    }

    private void claimedAt(Instant instant) {
        set("deliveries", new Document(), "at", Date.from(instant));
    }

    private void set(String collection, Document of, String field, Object value) {
        Document change = new Document("$set", new Document(field, value));
        mongo.getDb().getCollection(collection).updateMany(of, change);
    }

    private static List<RecipientId> ids(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> new RecipientId("r" + number))
                .toList();
    }

    private RunId open(String campaign, String keys) throws IOException {
        new CampaignFiles(folder).writeCampaign(campaign, keys);
        return campaigns.open(campaign, CLOCK.instant(), null).id();
    }

    private RunId send(String campaign, String keys) throws IOException {
        RunId run = open(campaign, keys);
        again(run);
        return run;
    }

    private void again(RunId run) {
        campaigns.take(run);
        jobs.start(CampaignJob.NAME, new CampaignJobParameters(run).toJobParameters());
    }
}
