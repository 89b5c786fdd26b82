package dev.postrider.render;

import dev.postrider.ledger.Skip;
import dev.postrider.ledger.SkipReason;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import dev.postrider.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Divides planned recipients into those who may be mailed now and those who may not. */
record Mailable(List<Recipient> recipients, List<Skip> skips) {

    static Mailable among(List<RecipientId> planned, Map<RecipientId, Recipient> found, Suppressions suppressions) {
        Set<String> suppressed = suppressions
                .find(found.values().stream().map(Recipient::address).toList())
                .keySet();
        List<Recipient> mailable = new ArrayList<>(planned.size());
        List<Skip> skips = new ArrayList<>();
        for (RecipientId id : planned) {
            Recipient recipient = found.get(id);
            if (recipient == null) {
                skips.add(Skip.of(id, SkipReason.GONE));
            } else if (suppressed.contains(recipient.address())) {
                skips.add(Skip.of(id, SkipReason.SUPPRESSED));
            } else {
                SkipReason.of(recipient.subscription())
                        .ifPresentOrElse(reason -> skips.add(Skip.of(id, reason)), () -> mailable.add(recipient));
            }
        }
        return new Mailable(mailable, skips);
    }

    List<RecipientId> ids() {
        return recipients.stream().map(Recipient::id).toList();
    }

    /** The same, with these recipients skipped. */
    Mailable without(Set<RecipientId> others, SkipReason reason) {
        List<Skip> more = new ArrayList<>(skips);
        others.forEach(id -> more.add(Skip.of(id, reason)));
        return new Mailable(
                recipients.stream().filter(r -> !others.contains(r.id())).toList(), more);
    }
}
