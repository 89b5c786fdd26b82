package dev.postrider.ledger;

import dev.postrider.recipient.RecipientId;
import org.jspecify.annotations.Nullable;

/**
 * A planned recipient who is not mailed.
 *
 * @param detail one line without personal data, or null
 */
public record Skip(
        RecipientId recipient, SkipReason reason, @Nullable String detail) {

    public static Skip of(RecipientId recipient, SkipReason reason) {
        return new Skip(recipient, reason, null);
    }
}
