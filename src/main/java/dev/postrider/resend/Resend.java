package dev.postrider.resend;

import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One further attempt at deliveries of a run that is over.
 *
 * @param attempt the run itself is attempt 1, its first resend 2
 * @param of UNKNOWN or REJECTED: which deliveries are sent again
 * @param selected how many they were when it was opened
 * @param cause why it is paused or failed, or that its end was not written down when it came; one line
 */
public record Resend(
        RunId run,
        int attempt,
        DeliveryState of,
        long selected,
        ResendState state,
        @Nullable String cause,
        Instant createdAt) {}
