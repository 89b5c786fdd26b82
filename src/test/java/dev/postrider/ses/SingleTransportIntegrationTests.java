package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.delivery.Outcome;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SingleTransportIntegrationTests {

    private final SimulatedAccount account =
            new SimulatedAccount(SimulatorOptions.defaults().with("keepBodies", 100));
    private final SesSingleTransport single = account.ses.single;

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void theMessageArrivesWholeWithItsHeadersAndTags() {
        EnvelopeBatch batch = SampleBatch.of(1);
        List<Outcome> outcomes = single.send(batch, Instant.now());

        Envelope envelope = batch.envelopes().get(0);
        JsonNode message = account.messages().get(0);
        JsonNode body = account.body(message);
        assertThat(outcomes)
                .containsExactly(new Outcome.Accepted(message.get("messageId").stringValue()));
        assertThat(message.get("subject").stringValue()).isEqualTo(envelope.subject());
        assertThat(body.get("html").stringValue()).isEqualTo(envelope.html().toString());
        assertThat(body.get("text").stringValue()).isEqualTo(envelope.text().toString());
        account.assertTagsAndHeaders(message, envelope);
    }

    @Test
    void goesOnAfterARejectedMessage() {
        EnvelopeBatch batch = SampleBatch.with(SampleBatch.of(3), 1, SampleBatch.to(1, "no address"));

        assertThat(single.send(batch, Instant.now()))
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Accepted", "Rejected", "Accepted");
    }

    @Test
    void stopsWhereTheAnswerConcernsTheOnesToComeToo() {
        account.simulator.change("throttleEvery", 3);

        List<Outcome> outcomes = single.send(SampleBatch.of(10), Instant.now());

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Accepted", "Accepted", "Throttled");
        assertThat(account.accepted()).isEqualTo(2);
    }

    @Test
    void beginsNoMessageWhenThePermitsHaveExpired() {
        account.simulator.change("latency", Duration.ofMillis(200));

        List<Outcome> outcomes = single.send(SampleBatch.of(10), Instant.now(), Duration.ofMillis(300));

        assertThat(outcomes).hasSizeBetween(1, 2).hasOnlyElementsOfType(Outcome.Accepted.class);
        assertThat(account.accepted()).isEqualTo(outcomes.size());
    }
}
