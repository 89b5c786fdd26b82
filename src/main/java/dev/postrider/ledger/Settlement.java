package dev.postrider.ledger;

import dev.postrider.recipient.RecipientId;

/**
 * The outcome of a claimed delivery.
 *
 * @param state SENT, REJECTED or UNKNOWN
 * @param detail SES's message id of what was sent, else the cause in one line
 */
public record Settlement(RecipientId recipient, DeliveryState state, String detail) {

    public Settlement {
        if (state == DeliveryState.CLAIMED || state == DeliveryState.SKIPPED) {
            throw new IllegalArgumentException(state + " is not an outcome");
        }
    }
}
