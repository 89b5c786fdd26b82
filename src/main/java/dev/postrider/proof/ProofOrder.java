package dev.postrider.proof;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.RecipientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to send to whom before a run's mails, all of it pinned.
 *
 * @param rate recipients a second at most, or null
 * @param campaign what templates see as {@code campaign}
 * @param team each address once; empty where nobody wants a copy
 */
public record ProofOrder(
        RunId run,
        String templateHash,
        String from,
        @Nullable String replyTo,
        @Nullable Double rate,
        Map<String, Object> campaign,
        Instant slot,
        List<EmailAddress> team) {

    /** As whom the ledger knows the team. */
    public List<RecipientId> recipients() {
        return team.stream().map(ProofOrder::recipient).toList();
    }

    static RecipientId recipient(EmailAddress address) {
        return new RecipientId(address.normalised());
    }
}
