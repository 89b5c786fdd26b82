package dev.postrider.ses;

import dev.postrider.delivery.Hold;
import dev.postrider.delivery.MailTransport;
import dev.postrider.delivery.Outcome;
import dev.postrider.limits.LimitsSettings;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.recipient.InvalidEmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends with SendEmail, one message a request. It goes through a batch for as long as permits are valid, and stops where
 * an answer is anything but yes or no to this one message.
 */
@Component
class SesSingleTransport implements MailTransport {

    private static final String PATH = "/v2/email/outbound-emails";

    private final SesRequests requests;
    private final Refusals refusals;
    private final SesSettings settings;
    private final Duration permitValidity;
    private final JsonMapper mapper = JsonMapper.shared();
    private final ThreadLocal<JsonBody> bodies = ThreadLocal.withInitial(JsonBody::new);

    SesSingleTransport(SesRequests requests, Refusals refusals, SesSettings settings, LimitsSettings limits) {
        this.requests = requests;
        this.refusals = refusals;
        this.settings = settings;
        this.permitValidity = limits.permitValidity();
    }

    @Override
    public List<Outcome> send(EnvelopeBatch batch, Instant claimedAt) {
        return send(batch, claimedAt, permitValidity);
    }

    @Override
    public int messagesPerRequest() {
        return 1;
    }

    /** Begins no message but the first after so much time. */
    List<Outcome> send(EnvelopeBatch batch, Instant claimedAt, Duration patience) {
        MessageJson json;
        try {
            json = new MessageJson(batch, settings.configurationSet());
        } catch (InvalidEmailAddress e) {
            return List.of(new Outcome.Held(Hold.SENDER, String.valueOf(e.getMessage())));
        }
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        long start = System.nanoTime();
        for (Envelope envelope : batch.envelopes()) {
            Outcome outcome = send(json, envelope, claimedAt);
            outcomes.add(outcome);
            boolean settled = outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Rejected;
            if (!settled || System.nanoTime() - start > patience.toNanos()) {
                break;
            }
        }
        return outcomes;
    }

    private Outcome send(MessageJson json, Envelope envelope, Instant claimedAt) {
        JsonBody body = bodies.get();
        json.single(body, envelope);
        SesAnswer answer = requests.post(PATH, body, claimedAt);
        if (answer instanceof SesAnswer.Answered answered) {
            return answered.success() ? accepted(answered.body()) : refusals.outcome(answered, json.sender());
        }
        return ((SesAnswer.NoAnswer) answer).outcome();
    }

    private Outcome accepted(String body) {
        try {
            JsonNode id = mapper.readTree(body).get("MessageId");
            return id != null && id.isString()
                    ? new Outcome.Accepted(id.stringValue())
                    : new Outcome.Unknown("SES answered without a message id");
        } catch (JacksonException e) {
            return new Outcome.Unknown("the answer of SES is unreadable");
        }
    }
}
