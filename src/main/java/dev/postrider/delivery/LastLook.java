package dev.postrider.delivery;

import dev.postrider.frequency.FrequencyCap;
import dev.postrider.frequency.FrequencyCaps;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Skip;
import dev.postrider.ledger.SkipReason;
import dev.postrider.outbox.Envelope;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Recipients;
import dev.postrider.recipient.Subscription;
import dev.postrider.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks consent, suppression and the run's cap right before the claim, whatever was true when the message was rendered. */
@Component
class LastLook {

    private final Recipients recipients;
    private final Suppressions suppressions;
    private final FrequencyCaps caps;
    private final Ledger ledger;

    LastLook(Recipients recipients, Suppressions suppressions, FrequencyCaps caps, Ledger ledger) {
        this.recipients = recipients;
        this.suppressions = suppressions;
        this.caps = caps;
        this.ledger = ledger;
    }

    /** Records who may not be mailed any more, and returns the others. A team that gets proof copies is on no list. */
    List<Envelope> mailable(RunId run, @Nullable FrequencyCap cap, List<Envelope> envelopes) {
        List<RecipientId> ids = envelopes.stream().map(Envelope::recipient).toList();
        Map<RecipientId, Subscription> subscriptions = run.isProof() ? Map.of() : recipients.subscriptions(ids);
        Set<String> suppressed = suppressions
                .find(envelopes.stream().map(Envelope::address).toList())
                .keySet();
        Set<RecipientId> capped = cap == null ? Set.of() : caps.reached(run, cap, ids);
        List<Envelope> mailable = new ArrayList<>(envelopes.size());
        List<Skip> skips = new ArrayList<>();
        for (Envelope envelope : envelopes) {
            RecipientId id = envelope.recipient();
            reason(run, envelope, subscriptions.get(id), suppressed)
                    .or(() -> capped.contains(id) ? Optional.of(SkipReason.FREQUENCY_CAP) : Optional.empty())
                    .ifPresentOrElse(reason -> skips.add(Skip.of(id, reason)), () -> mailable.add(envelope));
        }
        ledger.skip(run, skips);
        return mailable;
    }

    private static Optional<SkipReason> reason(
            RunId run, Envelope envelope, @Nullable Subscription subscription, Set<String> suppressed) {
        if (subscription == null && !run.isProof()) {
            return Optional.of(SkipReason.GONE);
        }
        if (suppressed.contains(envelope.address())) {
            return Optional.of(SkipReason.SUPPRESSED);
        }
        return Optional.ofNullable(subscription).flatMap(SkipReason::of);
    }
}
