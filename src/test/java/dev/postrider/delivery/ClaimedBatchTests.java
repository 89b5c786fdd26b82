package dev.postrider.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.ClaimToken;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Settlement;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.recipient.RecipientId;
import dev.postrider.template.RenderedText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimedBatchTests {

    private static final RunId RUN = new RunId("weekly@20261124T090000Z");

    @Test
    void aMailToTheMailboxSimulatorIsSettledAsOne() {
        ClaimedBatch claimed = claimed("ann@example.com", "success+1@simulator.amazonses.com");

        assertThat(claimed.take(List.of(new Outcome.Accepted("m-1"), new Outcome.Accepted("m-2"))))
                .extracting(Settlement::simulated)
                .containsExactly(false, true);
    }

    private static ClaimedBatch claimed(String... addresses) {
        List<Envelope> envelopes =
                List.of(addresses).stream().map(ClaimedBatchTests::envelope).toList();
        return new ClaimedBatch(
                new EnvelopeBatch(RUN, "rewards@mail.example.com", null, envelopes),
                new ClaimToken("owner", 1, 1, Instant.parse("2026-11-24T09:00:00Z")));
    }

    private static Envelope envelope(String address) {
        RenderedText text = RenderedText.of("Hello");
        return new Envelope(
                new RecipientId(address), address, address, "Coins", text, text, "https://mail.example.com/u/1");
    }
}
