package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.delivery.Hold;
import dev.postrider.delivery.MailTransport;
import dev.postrider.delivery.Outcome;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.simulator.SimulatorOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BulkTransportIntegrationTests {

    private final SimulatedAccount account =
            new SimulatedAccount(SimulatorOptions.defaults().with("keepBodies", 100));
    private final MailTransport bulk = account.ses.bulk;

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void fiftyMessagesAreOneRequest() {
        account.simulator.change("throttleEvery", 2);

        assertAccepted(bulk.send(SampleBatch.of(50), Instant.now()), 50);
        assertThat(account.accepted()).isEqualTo(50);
    }

    @Test
    void eachMessageArrivesWholeWithItsOwnHeadersAndTags() {
        EnvelopeBatch batch = SampleBatch.of(3);
        List<Outcome> outcomes = bulk.send(batch, Instant.now());

        List<JsonNode> messages = account.messages();
        for (int i = 0; i < 3; i++) {
            Envelope envelope = batch.envelopes().get(i);
            JsonNode message = messages.get(i);
            JsonNode body = account.body(message);
            assertThat(outcomes.get(i))
                    .isEqualTo(new Outcome.Accepted(message.get("messageId").stringValue()));
            assertThat(message.get("to").get(0).stringValue()).isEqualTo(envelope.email());
            assertThat(message.get("subject").stringValue()).isEqualTo(envelope.subject());
            assertThat(body.get("html").stringValue()).isEqualTo(envelope.html().toString());
            assertThat(body.get("text").stringValue()).isEqualTo(envelope.text().toString());
            account.assertTagsAndHeaders(message, envelope);
        }
    }

    @Test
    void oneBadAddressDoesNotRejectTheOthers() {
        EnvelopeBatch batch = SampleBatch.with(SampleBatch.of(50), 7, SampleBatch.to(7, "no address"));

        List<Outcome> outcomes = bulk.send(batch, Instant.now());

        assertThat(outcomes)
                .hasSize(50)
                .filteredOn(Outcome.Accepted.class::isInstance)
                .hasSize(49);
        assertThat(outcomes.get(7)).isInstanceOf(Outcome.Rejected.class);
        assertThat(account.accepted()).isEqualTo(49);
        assertThat(account.messages())
                .extracting(message -> message.get("to").get(0))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "MESSAGE_REJECTED, Rejected",
        "INVALID_PARAMETER, Rejected",
        "ACCOUNT_THROTTLED, Throttled",
        "ACCOUNT_DAILY_QUOTA_EXCEEDED, Held",
        "ACCOUNT_SENDING_PAUSED, Held",
        "MAIL_FROM_DOMAIN_NOT_VERIFIED, Held",
        "CONFIGURATION_SET_NOT_FOUND, Held",
        "TRANSIENT_FAILURE, Unknown",
        "FAILED, Unknown",
    })
    void aStatusIsOfItsOwnMessageOnly(String status, String meaning) {
        account.simulator.change("entryFailures", Map.of("player1@example.com", status));

        List<Outcome> outcomes = bulk.send(SampleBatch.of(3), Instant.now());

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Accepted", meaning, "Accepted");
        assertThat(account.accepted()).isEqualTo(2);
    }

    @Test
    void whatIsTooLargeForARequestGoesAlone() {
        Envelope large = SampleBatch.envelope(1, "player1@example.com", "\"".repeat(300_000));
        EnvelopeBatch batch = SampleBatch.with(SampleBatch.of(3), 1, large);

        assertAccepted(bulk.send(batch, Instant.now()), 1);
        assertAccepted(bulk.send(SampleBatch.of(batch.envelopes().subList(1, 3)), Instant.now()), 1);
        assertAccepted(bulk.send(SampleBatch.of(batch.envelopes().subList(2, 3)), Instant.now()), 1);
        assertThat(account.messages().get(1).get("sizes").get("html").intValue())
                .isEqualTo(300_000);
    }

    @Test
    void takesAsManyAsFitIntoARequest() {
        List<Envelope> envelopes = SampleBatch.of(10).envelopes().stream()
                .map(e -> SampleBatch.envelope(1, e.email(), "x".repeat(180_000)))
                .toList();

        assertAccepted(bulk.send(SampleBatch.of(envelopes), Instant.now()), 5);
        assertThat(account.accepted()).isEqualTo(5);
    }

    @Test
    void aConfigurationSetThatDoesNotExistHoldsTheRun() {
        account.simulator.change("configurationSets", List.of("events"));
        try (TestSes typo = TestSes.at(
                        account.simulator.endpoint(),
                        Clock.systemUTC(),
                        Map.of("postrider.ses.configuration-set", "evnts"));
                TestSes right = TestSes.at(
                        account.simulator.endpoint(),
                        Clock.systemUTC(),
                        Map.of("postrider.ses.configuration-set", "events"))) {
            assertThat(typo.bulk.send(SampleBatch.of(2), Instant.now()))
                    .hasSize(2)
                    .allSatisfy(o -> assertThat(((Outcome.Held) o).hold()).isEqualTo(Hold.CONFIGURATION_SET));
            assertThat(account.accepted()).isZero();
            assertAccepted(right.bulk.send(SampleBatch.of(2), Instant.now()), 2);
        }
    }

    private static void assertAccepted(List<Outcome> outcomes, int count) {
        assertThat(outcomes).hasSize(count).hasOnlyElementsOfType(Outcome.Accepted.class);
    }
}
