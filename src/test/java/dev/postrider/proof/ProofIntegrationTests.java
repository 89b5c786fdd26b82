package dev.postrider.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.postrider.CampaignFiles;
import dev.postrider.PostriderApplication;
import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.campaign.CampaignRuns;
import dev.postrider.campaign.RunControl;
import dev.postrider.cli.run.CampaignSending;
import dev.postrider.delivery.StopSignal;
import dev.postrider.embedded.TestStores;
import dev.postrider.feedback.FeedbackImport;
import dev.postrider.feedback.FeedbackRecords;
import dev.postrider.ledger.ClaimToken;
import dev.postrider.ledger.Claims;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.Jobs;
import dev.postrider.recipient.RecipientId;
import dev.postrider.report.ProofReport;
import dev.postrider.report.RunReport;
import dev.postrider.report.RunReports;
import dev.postrider.run.Objection;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import dev.postrider.suppression.Suppressions;
import dev.postrider.template.InvalidTemplate;
import dev.postrider.template.RenderFailed;
import dev.postrider.template.Templates;
import dev.postrider.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole program in this process. */
@SpringBootTest(classes = PostriderApplication.class)
@Tag("mongodb")
class ProofIntegrationTests {

    private static final int RECIPIENTS = 20;
    private static final Instant SLOT = Instant.parse("2026-11-24T09:00:00Z");
    private static final String NAMELESS = "{\"recipient\": {\"email\": \"sample@example.com\"}}";
    private static final String ANN = "ann@team.example";
    private static final String BOB = "bob@team.example";

    private static final ProofSite SITE = new ProofSite();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
        SITE.register(registry);
    }

    @AfterAll
    static void close() throws IOException {
        SITE.close();
    }

    @Autowired
    private CampaignRuns campaigns;

    @Autowired
    private RunControl control;

    @Autowired
    private Runs runs;

    @Autowired
    private Jobs jobs;

    @Autowired
    private RunReports reports;

    @Autowired
    private Claims claims;

    @Autowired
    private Templates templates;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private FeedbackImport feedback;

    @Autowired
    private FeedbackRecords feedbackRecords;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private BeanFactory beans;

    @BeforeEach
    void recipientsAndATemplate() throws IOException {
        SITE.writeTemplate();
        SITE.change("entryFailures", Map.of());
        SITE.change("resetAfterEvery", 0);
        var collection = mongo.getDb().getCollection("recipients");
        if (collection.countDocuments() == 0) {
            collection.insertMany(CampaignFiles.recipients(RECIPIENTS));
        }
    }

    @Test
    void eachOfTheTeamGetsACopyBeforeAnybodyElse() throws IOException {
        RunId run = open("first", ANN, BOB);

        assertThat(work(run)).returns(RunState.COMPLETED, Run::state);

        List<JsonNode> messages = SITE.messages("first");
        assertThat(messages).hasSize(RECIPIENTS + 2);
        assertThat(messages.subList(0, 2)).allSatisfy(copy -> {
            assertThat(copy.get("to").get(0).asString()).isIn(ANN, BOB);
            assertThat(copy.get("subject").asString()).isEqualTo("[Proof] Coins for Sample");
            assertThat(copy.get("headers").get("List-Unsubscribe").asString())
                    .isEqualTo("<https://mail.example.com/u/proof>");
        });
        assertThat(messages.subList(2, messages.size()))
                .allSatisfy(mail -> assertThat(mail.get("subject").asString()).startsWith("Coins for Player"));
    }

    @Test
    void copiesAreShownAndCountForNothing() throws IOException {
        RunId run = open("apart", ANN);
        work(run);

        RunReport report = reports.of(run);
        assertThat(report.addsUp()).isTrue();
        assertThat(report.sent()).isEqualTo(RECIPIENTS);
        assertThat(report.proofs())
                .extracting(ProofReport::to, ProofReport::state)
                .containsExactly(tuple(ANN, DeliveryState.SENT));

        String bounce = ProofSite.bounce(SITE.messages("apart").get(0));
        assertThat(feedback.read(new BufferedReader(new StringReader(bounce)), (line, cause) -> {})
                        .recorded())
                .isEqualTo(1);
        assertThat(feedbackRecords.counts(run).permanentBounces()).isZero();
        suppressions.remove(ANN);
    }

    @Test
    void aRejectedCopyPausesTheRunUntilAPersonHasItTriedOnceMore() throws IOException {
        RunId run = open("rejected", ANN, BOB);
        SITE.change("entryFailures", Map.of(BOB, "MESSAGE_REJECTED"));

        Run paused = work(run);
        assertThat(paused).returns(RunState.PAUSED, Run::state).returns(null, Run::resumesAt);
        assertThat(paused.cause())
                .startsWith(
                        "of 2 proof copies 1 went out, 1 rejected; to go on is to have the rejected tried once more")
                .doesNotContain(BOB);
        assertThat(SITE.messages("rejected")).hasSize(1);

        SITE.change("entryFailures", Map.of());
        assertThat(work(run)).returns(RunState.COMPLETED, Run::state);
        assertThat(SITE.messages("rejected")).hasSize(RECIPIENTS + 2);
        assertThat(reports.of(run).proofs()).extracting(ProofReport::state).containsOnly(DeliveryState.SENT);
    }

    @Test
    void whatIsRejectedAgainIsAcceptedByThePersonWhoWentOn() throws IOException {
        RunId run = open("accepted", ANN, BOB);
        SITE.change("entryFailures", Map.of(BOB, "MESSAGE_REJECTED"));
        work(run);

        assertThat(work(run)).returns(RunState.COMPLETED, Run::state);

        assertThat(SITE.messages("accepted")).hasSize(RECIPIENTS + 1);
        assertThat(reports.of(run).proofs())
                .extracting(ProofReport::state)
                .containsExactlyInAnyOrder(DeliveryState.SENT, DeliveryState.REJECTED);
    }

    @Test
    void acceptanceLastsOverAPauseOfAnotherCauseAndIsNotGivenByWhoeverGoesOnThen() throws IOException {
        RunId run = open("lasting", ANN, BOB);
        SITE.change("entryFailures", Map.of(BOB, "MESSAGE_REJECTED"));
        assertThat(work(run)).returns(RunState.PAUSED, Run::state).returns(Objection.PROOF, Run::objection);

        SITE.change("entryFailures", Map.of(BOB, "ACCOUNT_SENDING_PAUSED"));
        assertThat(work(run)).returns(RunState.PAUSED, Run::state).returns(null, Run::objection);

        SITE.change("entryFailures", Map.of(BOB, "MESSAGE_REJECTED"));
        assertThat(work(run)).returns(RunState.COMPLETED, Run::state);
        assertThat(SITE.messages("lasting")).hasSize(RECIPIENTS + 1);
    }

    @Test
    void toRepeatTheRunIsNoAcceptance() throws IOException {
        RunId run = open("repeated", ANN);
        SITE.change("entryFailures", Map.of(ANN, "MESSAGE_REJECTED"));
        work(run);
        SITE.change("entryFailures", Map.of());
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.plain(new ByteArrayOutputStream(), err);

        RunReport report = new CampaignSending(beans, terminal).run("repeated", SLOT, null);

        assertThat(report.state()).isEqualTo(RunState.PAUSED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("of 1 proof copies 0 went out, 1 rejected")
                .contains("To go on: postrider run resume " + run);
        assertThat(runs.get(run).objection()).isEqualTo(Objection.PROOF);
        assertThat(SITE.messages("repeated")).isEmpty();
    }

    @Test
    void whatWasRejectedIsTriedAgainOnlyOnceAPersonWentOn() throws IOException {
        RunId run = open("itself", ANN, BOB);
        SITE.change("entryFailures", Map.of(BOB, "MESSAGE_REJECTED"));
        work(run);
        goOnByItself(run);

        SITE.change("entryFailures", Map.of());
        assertThat(work(run)).returns(RunState.PAUSED, Run::state).returns(Objection.PROOF, Run::objection);
        assertThat(SITE.messages("itself")).hasSize(1);
    }

    /** As a node finds a run whose process died in its proof. */
    private void goOnByItself(RunId run) {
        set(run, new Document("state", "SENDING").append("objection", null).append("cause", null));
    }

    @Test
    void aCopyThatNobodyKnowsOfIsNotSentAgain() throws IOException {
        RunId run = open("unknown", ANN);
        SITE.change("resetAfterEvery", 1);

        assertThat(work(run))
                .returns(RunState.PAUSED, Run::state)
                .returns(
                        "of 1 proof copies 0 went out, 1 unknown, which nobody sends again; to go on is to accept that",
                        Run::cause);
        SITE.change("resetAfterEvery", 0);
        assertThat(work(run)).returns(RunState.COMPLETED, Run::state);

        assertThat(SITE.messages("unknown")).hasSize(RECIPIENTS + 1);
    }

    @Test
    void whatADeadProcessHadInHandIsUnknownAndTheOthersGetTheirCopies() throws IOException {
        RunId run = open("dead", ANN, BOB);
        claims.claim(run.proof(), List.of(new RecipientId(ANN)), new ClaimToken("dead", 1, 1, Instant.now()));

        assertThat(work(run).cause()).startsWith("of 2 proof copies 1 went out, 1 unknown");
        assertThat(SITE.messages("dead"))
                .hasSize(1)
                .allSatisfy(copy -> assertThat(copy.get("to").get(0).asString()).isEqualTo(BOB));
    }

    @Test
    void whatADeadProcessHadInHandIsUnknownOnceTheRunIsAbandoned() throws IOException {
        RunId run = open("given-up", ANN);
        campaigns.plan(run, new StopSignal(() -> false));
        claims.claim(run.proof(), List.of(new RecipientId(ANN)), new ClaimToken("dead", 1, 1, Instant.now()));

        control.abandon(run);

        assertThat(reports.of(run))
                .returns(RunState.ABANDONED, RunReport::state)
                .satisfies(report -> assertThat(report.proofs())
                        .extracting(ProofReport::state)
                        .containsExactly(DeliveryState.UNKNOWN));
    }

    @Test
    void aSuppressedAddressGetsNoneAndHoldsNobodyUp() throws IOException {
        suppressions.add("left@team.example", "bounce", "general");
        RunId run = open("suppressed", "left@team.example", BOB);

        assertThat(work(run)).returns(RunState.COMPLETED, Run::state);

        assertThat(SITE.messages("suppressed")).hasSize(RECIPIENTS + 1);
        assertThat(reports.of(run).proofs()).extracting(ProofReport::detail).contains("suppressed");
    }

    @Test
    void withASampleThatCannotBeRenderedNoRunIsOpened() throws IOException {
        SITE.writeSample(NAMELESS);
        assertThatThrownBy(() -> open("broken", ANN))
                .isInstanceOf(RenderFailed.class)
                .hasMessageContaining("loyalty/subject.ftl");
        assertThat(runs.find(RunId.of("broken", SLOT))).isEmpty();
    }

    @Test
    void aPersonGoesOnWithoutCopiesThatCannotBeRenderedAnyMore() throws IOException {
        RunId run = open("stale", ANN);
        SITE.writeSample(NAMELESS);
        set(run, new Document("template", templates.pin("loyalty")));

        Run paused = work(run);
        assertThat(paused).returns(RunState.PAUSED, Run::state).returns(Objection.PROOF, Run::objection);
        assertThat(paused.cause()).startsWith("the proof copies cannot be rendered: loyalty/subject.ftl");
        assertThat(SITE.messages("stale")).isEmpty();

        assertThat(work(run)).returns(RunState.COMPLETED, Run::state);
        assertThat(SITE.messages("stale")).hasSize(RECIPIENTS);
    }

    private void set(RunId run, Document fields) {
        mongo.getDb().getCollection("runs").updateOne(new Document("_id", run.value()), new Document("$set", fields));
    }

    @Test
    void withoutAProperSampleNoRunIsOpened() throws IOException {
        SITE.writeSample("[]");
        assertThatThrownBy(() -> open("sampleless", ANN))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining("loyalty/sample.json");
        SITE.writeTemplate();
        assertThat(runs.find(RunId.of("sampleless", SLOT))).isEmpty();
    }

    private RunId open(String campaign, String... team) throws IOException {
        SITE.writeCampaign(campaign, "proof: [" + String.join(", ", team) + "]");
        return campaigns.open(campaign, SLOT, null).id();
    }

    private Run work(RunId run) {
        campaigns.take(run);
        jobs.start(CampaignJob.NAME, new CampaignJobParameters(run).toJobParameters());
        return runs.get(run);
    }
}
