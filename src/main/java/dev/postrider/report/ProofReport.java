package dev.postrider.report;

import dev.postrider.ledger.DeliveryState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a run's mail for one address of its team.
 *
 * @param detail SES's message id of what was sent, else the cause in one line, or null
 * @param at when that was settled; null while it is claimed
 */
public record ProofReport(
        String to,
        DeliveryState state,
        @Nullable String detail,
        @Nullable Instant at) {}
