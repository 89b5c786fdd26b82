package dev.postrider.delivery;

import dev.postrider.ledger.ClaimToken;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Settlement;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.recipient.MailboxSimulator;
import dev.postrider.recipient.RecipientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages that this process has claimed and that have no outcome yet. Not thread-safe. */
final class ClaimedBatch {

    private final EnvelopeBatch batch;
    private final ClaimToken token;
    private List<Envelope> open;
    private int throttled;
    private int notTaken;
    private boolean reached;
    private Outcome.@Nullable Held held;
    private @Nullable String notSent;

    ClaimedBatch(EnvelopeBatch batch, ClaimToken token) {
        this.batch = batch;
        this.token = token;
        this.open = batch.envelopes();
    }

    RunId run() {
        return batch.run();
    }

    String from() {
        return batch.from();
    }

    ClaimToken token() {
        return token;
    }

    boolean done() {
        return open.isEmpty();
    }

    List<Envelope> open() {
        return open;
    }

    Set<RecipientId> openRecipients() {
        return open.stream().map(Envelope::recipient).collect(Collectors.toSet());
    }

    EnvelopeBatch first(int count) {
        return batch.with(open.subList(0, count));
    }

    /** Takes in the outcomes of the first open messages, and returns those that are final. What was not sent stays open. */
    List<Settlement> take(List<Outcome> outcomes) {
        throttled = 0;
        notTaken = 0;
        reached = outcomes.stream().anyMatch(outcome -> !(outcome instanceof Outcome.NotSent));
        notSent = null;
        List<Settlement> settled = new ArrayList<>(outcomes.size());
        List<Envelope> left = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Settlement settlement = settlement(open.get(i), outcomes.get(i));
            if (settlement == null) {
                left.add(open.get(i));
            } else {
                settled.add(settlement);
            }
        }
        left.addAll(open.subList(outcomes.size(), open.size()));
        open = left;
        return settled;
    }

    private @Nullable Settlement settlement(Envelope envelope, Outcome outcome) {
        RecipientId recipient = envelope.recipient();
        if (outcome instanceof Outcome.Accepted accepted) {
            return new Settlement(
                    recipient, DeliveryState.SENT, accepted.messageId(), MailboxSimulator.has(envelope.address()));
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            return new Settlement(recipient, DeliveryState.REJECTED, rejected.reason());
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            return new Settlement(recipient, DeliveryState.UNKNOWN, unknown.cause());
        }
        if (outcome instanceof Outcome.Held hold) {
            held = hold;
            notTaken++;
        } else if (outcome instanceof Outcome.NotSent failure) {
            notSent = failure.cause();
            notTaken++;
        } else {
            throttled++;
        }
        return null;
    }

    /** Messages of the last attempt that SES refused since they came too fast. */
    int throttled() {
        return throttled;
    }

    /** Messages of the last attempt that did not reach SES, or that it refused for the whole run's sake. */
    int notTaken() {
        return notTaken;
    }

    /** SES answered for a message of the last attempt. */
    boolean reached() {
        return reached;
    }

    /** Why the last answer holds the whole run, or null. */
    Outcome.@Nullable Held held() {
        return held;
    }

    /** Why messages did not reach SES in the last attempt, or null. */
    @Nullable
    String notSent() {
        return notSent;
    }
}
