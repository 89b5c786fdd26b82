package dev.postrider.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recipient of whom nobody knows whether SES took the message.
 *
 * @param since when it was claimed, which is before it may have been sent
 * @param attempt 1, or more of one that was sent again
 * @param cause one line, or null where none is known
 */
public record UnknownDelivery(
        String recipient,
        @Nullable Instant since,
        int attempt,
        @Nullable String cause) {}
