package dev.postrider.outbox;

import dev.postrider.ledger.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes of one run that go out in one SES request; what they share is kept once.
 *
 * @param attempt 1, or more of a resend
 */
public record EnvelopeBatch(
        RunId run, String from, @Nullable String replyTo, List<Envelope> envelopes, int attempt) {

    /** A batch of the first attempt: only such pass through the outbox. */
    public EnvelopeBatch(RunId run, String from, @Nullable String replyTo, List<Envelope> envelopes) {
        this(run, from, replyTo, envelopes, 1);
    }

    public int size() {
        return envelopes.size();
    }

    /** The same for these envelopes. */
    public EnvelopeBatch with(List<Envelope> others) {
        return new EnvelopeBatch(run, from, replyTo, others, attempt);
    }

    /** The same as another attempt. */
    public EnvelopeBatch asAttempt(int number) {
        return new EnvelopeBatch(run, from, replyTo, envelopes, number);
    }
}
