package dev.postrider.ses;

import dev.postrider.delivery.Hold;
import dev.postrider.delivery.MailTransport;
import dev.postrider.delivery.Outcome;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.recipient.InvalidEmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends with SendBulkEmail, as many messages of the batch as fit into one request. A message that is too large for it
 * goes as a single send. When SES refuses the request for something in one of its messages, it has taken none of them:
 * all go as single sends, so that one bad address does not reject the others.
 */
@Component
class SesBulkTransport implements MailTransport {

    static final int MAX_ENTRIES = 50;
    static final int MAX_DATA = 262_144;
    static final int MAX_REQUEST = 1_000_000;

    private static final String PATH = "/v2/email/outbound-bulk-emails";

    /** The permits of a refused request are spent on its messages one by one: later, but not more of them. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SesRequests requests;
    private final Refusals refusals;
    private final SesSingleTransport singles;
    private final SesSettings settings;
    private final ThreadLocal<JsonBody> bodies = ThreadLocal.withInitial(JsonBody::new);

    SesBulkTransport(SesRequests requests, Refusals refusals, SesSingleTransport singles, SesSettings settings) {
        this.requests = requests;
        this.refusals = refusals;
        this.singles = singles;
        this.settings = settings;
    }

    @Override
    public List<Outcome> send(EnvelopeBatch batch, Instant claimedAt) {
        MessageJson json;
        try {
            json = new MessageJson(batch, settings.configurationSet());
        } catch (InvalidEmailAddress e) {
            return List.of(new Outcome.Held(Hold.SENDER, String.valueOf(e.getMessage())));
        }
        JsonBody body = bodies.get();
        EnvelopeBatch fitting = first(batch, write(json, body, batch.envelopes()));
        if (fitting.size() <= 1) {
            return singles.send(first(batch, 1), claimedAt);
        }
        SesAnswer answer = requests.post(PATH, body, claimedAt);
        if (answer instanceof SesAnswer.NoAnswer none) {
            return Collections.nCopies(fitting.size(), none.outcome());
        }
        SesAnswer.Answered answered = (SesAnswer.Answered) answer;
        if (answered.success()) {
            return outcomes(answered.body(), fitting.size(), json.sender());
        }
        Outcome outcome = refusals.outcome(answered, json.sender());
        return outcome instanceof Outcome.Rejected
                ? singles.send(fitting, claimedAt, PATIENCE)
                : Collections.nCopies(fitting.size(), outcome);
    }

    @Override
    public int messagesPerRequest() {
        return MAX_ENTRIES;
    }

    /** @return how many messages fit */
    private static int write(MessageJson json, JsonBody body, List<Envelope> envelopes) {
        json.openBulk(body);
        int count = 0;
        for (Envelope envelope : envelopes.subList(0, Math.min(MAX_ENTRIES, envelopes.size()))) {
            int before = body.length();
            if (count > 0) {
                body.raw(",");
            }
            if (json.entry(body, envelope) > MAX_DATA || body.length() > MAX_REQUEST) {
                body.truncate(before);
                break;
            }
            count++;
        }
        json.closeBulk(body);
        return count;
    }

    private List<Outcome> outcomes(String answer, int messages, Mailbox sender) {
        List<Outcome> outcomes = new ArrayList<>(messages);
        for (BulkAnswer.@Nullable Result result : BulkAnswer.read(answer, messages)) {
            outcomes.add(outcome(result, sender));
        }
        return outcomes;
    }

    private Outcome outcome(BulkAnswer.@Nullable Result result, Mailbox sender) {
        if (result == null || result.status() == null) {
            return new Outcome.Unknown("SES answered without a result for this message");
        }
        if (result.status().equals("SUCCESS")) {
            return new Outcome.Accepted(result.messageId() == null ? "" : result.messageId());
        }
        String text = result.error() == null ? "" : result.error();
        return refusals.outcome(new SesError(200, result.status(), text), sender);
    }

    private static EnvelopeBatch first(EnvelopeBatch batch, int count) {
        return count == batch.size() ? batch : batch.with(batch.envelopes().subList(0, count));
    }
}
