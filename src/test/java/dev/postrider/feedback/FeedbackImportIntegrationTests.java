package dev.postrider.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.SettableClock;
import dev.postrider.embedded.TestMongo;
import dev.postrider.ledger.RunId;
import dev.postrider.ses.MessageTags;
import dev.postrider.suppression.Suppressions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

@Tag("mongodb")
class FeedbackImportIntegrationTests {

    private static final RunId RUN = new RunId("weekly-loyalty@20261124T090000Z");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final MongoTemplate mongo = TestMongo.template();
    private final FeedbackRecords records = new FeedbackRecords(mongo, clock, new KeptFeedback(mongo));
    private final Suppressions suppressions = new Suppressions(mongo.getMongoDatabaseFactory(), clock);
    private final FeedbackImport feedback = new FeedbackImport(new FeedbackInbox(records, suppressions));
    private final List<String> unreadable = new ArrayList<>();

    @Test
    void countsEachRecipientOnceOfEachKindHoweverOftenAnEventComes() {
        List<String> events = List.of(
                bounce("r1", "r1@example.com", "Permanent"),
                bounce("r2", "r2@example.com", "Transient"),
                bounce("r3", "r3@example.com", "Undetermined"),
                complaint("r4", "r4@example.com", "abuse"),
                complaint("r1", "r1@example.com", "fraud"));

        assertThat(read(events)).isEqualTo(new ImportedFeedback(5, 0, 0, 0, 0));
        assertThat(read(events)).isEqualTo(new ImportedFeedback(0, 5, 0, 0, 0));

        assertThat(records.counts(RUN)).isEqualTo(new FeedbackCounts(1, 1, 1, 2));
        assertThat(records.counts(new RunId("weekly-loyalty@20261201T090000Z")))
                .isEqualTo(new FeedbackCounts(0, 0, 0, 0));
    }

    @Test
    void suppressesWhoBouncedForGoodOrComplainedAndLeavesItToWhoLiftsThat() {
        List<String> events = List.of(
                bounce("r1", "R1@Example.com", "Permanent"),
                bounce("r2", "r2@example.com", "Transient"),
                complaint("r3", "r3@example.com", "abuse"));
        read(events);

        assertThat(suppressions.find(List.of("r1@example.com", "r2@example.com", "r3@example.com")))
                .containsOnlyKeys("r1@example.com", "r3@example.com")
                .containsEntry("r1@example.com", "bounce")
                .containsEntry("r3@example.com", "complaint");

        suppressions.remove("r1@example.com");
        read(events);

        assertThat(suppressions.find(List.of("r1@example.com"))).isEmpty();
    }

    @Test
    void theCountsOfARunOutliveItsFeedback() {
        read(List.of(
                bounce("r1", "r1@example.com", "Permanent"),
                bounce("r2", "r2@example.com", "Transient"),
                complaint("r3", "r3@example.com", "abuse")));

        records.delete(RUN);
        records.delete(RUN);

        assertThat(mongo.getDb().getCollection("feedback").countDocuments()).isZero();
        assertThat(records.counts(RUN)).isEqualTo(new FeedbackCounts(1, 1, 0, 1));
    }

    @Test
    void addressesOfTheMailboxSimulatorAreNeitherCountedNorSuppressed() {
        List<String> events = List.of(
                bounce("r1", "bounce+r1@simulator.amazonses.com", "Permanent"),
                complaint("r2", "complaint@simulator.amazonses.com", "abuse"));

        assertThat(read(events).recorded()).isEqualTo(2);
        assertThat(read(events).known()).isEqualTo(2);

        assertThat(records.counts(RUN)).isEqualTo(new FeedbackCounts(0, 0, 0, 0));
        assertThat(suppressions.count()).isZero();
    }

    @Test
    void readsTheEnvelopeOfSnsAndSeveralEventsInALine() {
        String enveloped = JsonMapper.shared()
                .createObjectNode()
                .put("Type", "Notification")
                .put("Message", bounce("r1", "r1@example.com", "Permanent"))
                .toString();

        ImportedFeedback result = read(List.of(
                enveloped,
                bounce("r2", "r2@example.com", "Permanent") + bounce("r3", "r3@example.com", "Permanent"),
                "",
                "{\"Type\": \"Notification\", \"Message\": \"Successfully validated SNS topic\"}"));

        assertThat(result).isEqualTo(new ImportedFeedback(3, 0, 1, 0, 0));
        assertThat(records.counts(RUN).permanentBounces()).isEqualTo(3);
    }

    @Test
    void otherEventsAndThoseOfOtherMailsAreCountedAndPassedOver() {
        ImportedFeedback result = read(List.of(
                "{\"eventType\": \"Delivery\", \"mail\": {}, \"delivery\": {}}",
                "{\"eventType\": \"Rendering Failure\", \"failure\": {}}",
                complaint("r1", "r1@example.com", "not-spam"),
                "{\"notificationType\": \"Bounce\", \"mail\": {}, \"bounce\": {\"bounceType\": \"Permanent\"}}",
                bounce("r1", "r1@example.com", "Permanent").replaceFirst("\"run\":\\[\"[^\"]*", "\"run\":[\"theirs")));

        assertThat(result).isEqualTo(new ImportedFeedback(0, 0, 3, 2, 0));
        assertThat(suppressions.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"eventType": "Bounce" | not JSON:
            bounced somebody@example.com | not JSON:
            {"event": 1} | neither eventType nor notificationType
            [1] | neither eventType nor notificationType
            {"eventType": "Bounce", "mail": {}} | the event has no 'bounce'
            {"Type": "Notification", "Message": "{\\"eventType\\""} | not JSON:
            """)
    void linesThatCannotBeReadAreNamedAndTheOthersRead(String line, String cause) {
        ImportedFeedback result = read(List.of(
                bounce("r1", "r1@example.com", "Permanent"), line, bounce("r2", "r2@example.com", "Permanent")));

        assertThat(result).isEqualTo(new ImportedFeedback(2, 0, 0, 0, 1));
        assertThat(unreadable)
                .singleElement()
                .asString()
                .startsWith("2: " + cause)
                .doesNotContain("@");
    }

    private ImportedFeedback read(List<String> lines) {
        try (BufferedReader reader = new BufferedReader(new StringReader(String.join("\n", lines)))) {
            return feedback.read(reader, (line, cause) -> unreadable.add(line + ": " + cause));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bounce(String recipient, String address, String type) {
        return """
                {"eventType":"Bounce","mail":%s,"bounce":{"bounceType":"%s","bounceSubType":"General",\
                "feedbackId":"F","bouncedRecipients":[{"emailAddress":"%s","action":"failed","status":"5.1.1"}]}}""".formatted(mail(recipient, address), type, address);
    }

    private static String complaint(String recipient, String address, String type) {
        return """
                {"eventType":"Complaint","mail":%s,"complaint":{"complaintFeedbackType":"%s",\
                "complainedRecipients":[{"emailAddress":"%s"}]}}""".formatted(mail(recipient, address), type, address);
    }

    private static String mail(String recipient, String address) {
        return """
                {"messageId":"M","destination":["%s"],"tags":{"ses:configuration-set":["cs"],"run":["%s"],\
                "recipient":["%s"]}}""".formatted(address, MessageTags.encode(RUN.value()), MessageTags.encode(recipient));
    }
}
