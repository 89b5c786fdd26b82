package dev.postrider.ses;

import dev.postrider.ledger.RunId;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.recipient.RecipientId;
import dev.postrider.template.RenderedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Messages to send in tests. */
final class SampleBatch {

    static final RunId RUN = new RunId("weekly-loyalty@20261124T090000Z");
    static final String FROM = "Lucky Reels <rewards@mail.example.com>";

    private SampleBatch() {}

    static EnvelopeBatch of(int messages) {
        return of(IntStream.range(0, messages).mapToObj(SampleBatch::envelope).toList());
    }

    static EnvelopeBatch of(List<Envelope> envelopes) {
        return new EnvelopeBatch(RUN, FROM, "support@example.com", envelopes);
    }

    static EnvelopeBatch from(String sender) {
        return new EnvelopeBatch(RUN, sender, null, of(2).envelopes());
    }

    static EnvelopeBatch with(EnvelopeBatch batch, int index, Envelope other) {
        List<Envelope> envelopes = new ArrayList<>(batch.envelopes());
        envelopes.set(index, other);
        return of(envelopes);
    }

    static Envelope envelope(int number) {
        return to(number, "player" + number + "@example.com");
    }

    static Envelope to(int number, String email) {
        return envelope(number, email, "<p class=\"c\">Hello {{name}} & Zoë \\ €</p>\n\t<b>\uD83C\uDFB0</b>");
    }

    static Envelope envelope(int number, String email, String html) {
        return new Envelope(
                new RecipientId(String.format("%05d", number)),
                email,
                email,
                "Your \"coins\", number " + number,
                RenderedText.of(html),
                RenderedText.of("Hello,\r\nyou have coins"),
                "https://mail.example.com/u/v1.k1.token" + number);
    }
}
