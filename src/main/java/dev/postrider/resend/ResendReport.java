package dev.postrider.resend;

import dev.postrider.ledger.DeliveryState;

/**
 * The figures of a resend as others script against them: {@code selected = sent + rejected + unknown + left}, {@code left}
 * being those that were not sent again, because they had no turn, may not be mailed any more, or were settled meanwhile.
 *
 * @param attempt the run itself is attempt 1, its first resend 2
 * @param of which deliveries are sent again
 */
public record ResendReport(
        String run,
        int attempt,
        DeliveryState of,
        ResendState state,
        long selected,
        long sent,
        long rejected,
        long unknown,
        long left) {}
