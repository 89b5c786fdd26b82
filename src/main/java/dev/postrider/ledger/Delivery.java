package dev.postrider.ledger;

import dev.postrider.recipient.RecipientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recipient's delivery in a run, as its last attempt stands.
 *
 * @param reason the {@link SkipReason#label()} of a skipped one, else null
 * @param detail SES's message id of what was sent, else the cause in one line, or null where none is known
 * @param claimedAt null of a skipped one
 * @param settledAt null while it is claimed
 * @param attempt 1, or more of one that was sent again
 */
public record Delivery(
        RecipientId recipient,
        DeliveryState state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Instant claimedAt,
        @Nullable Instant settledAt,
        int attempt) {}
