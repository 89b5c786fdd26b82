package dev.postrider.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A planned recipient to whom nothing was sent, as far as is known.
 *
 * @param state REJECTED, SKIPPED, UNKNOWN, CLAIMED while somebody sends it, or OPEN before that
 * @param reason why, one line
 * @param at when that was found, null of open ones
 */
public record MissedRecipient(
        String recipient,
        String state,
        String reason,
        @Nullable Instant at) {}
