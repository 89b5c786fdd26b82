package dev.postrider.outbox;

import dev.postrider.ledger.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Envelopes of one run that go out in one SES request; what they share is kept once. */
public record EnvelopeBatch(
        RunId run, String from, @Nullable String replyTo, List<Envelope> envelopes) {

    public int size() {
        return envelopes.size();
    }
}
