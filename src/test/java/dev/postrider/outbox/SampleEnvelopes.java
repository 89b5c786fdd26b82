package dev.postrider.outbox;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import dev.postrider.template.RenderedText;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Made-up envelopes, and runs that nobody else uses. */
final class SampleEnvelopes {

    private SampleEnvelopes() {}

    static RunId freshRun() {
        return new RunId("c" + UUID.randomUUID().toString().replace("-", "") + "@20260105T090000Z");
    }

    static EnvelopeBatch batch(RunId run, int size) {
        return batch(run, 0, size);
    }

    static EnvelopeBatch batch(RunId run, int first, int size) {
        return new EnvelopeBatch(
                run,
                "Lucky Reels <rewards@mail.example.com>",
                "support@example.com",
                envelopes(first, size, "<p>Hello \"friend\", ça va? 🎰</p>\n"));
    }

    static List<Envelope> envelopes(int first, int size, String html) {
        return IntStream.range(first, first + size)
                .mapToObj(i -> envelope(i, html))
                .toList();
    }

    static Envelope envelope(int i, String html) {
        String id = String.format("%05d", i);
        return new Envelope(
                new RecipientId(id),
                "Player" + id + "@example.com",
                "player" + id + "@example.com",
                "Your coins, player " + id,
                RenderedText.of(html + id),
                RenderedText.of("Hello " + id),
                "https://mail.example.com/u/v1.k1.AAAABBBBCCCCDDDD" + id);
    }
}
