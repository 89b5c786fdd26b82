package dev.postrider.ledger;

import dev.postrider.recipient.RecipientId;

/**
 * The outcome of a claimed delivery.
 *
 * @param state SENT, REJECTED or UNKNOWN
 * @param detail SES's message id of what was sent, else the cause in one line
 * @param simulated it was sent to SES's mailbox simulator
 */
public record Settlement(RecipientId recipient, DeliveryState state, String detail, boolean simulated) {

    /** Of a mail that was not sent, or to somebody's own address. */
    public Settlement(RecipientId recipient, DeliveryState state, String detail) {
        this(recipient, state, detail, false);
    }

    public Settlement {
        if (state == DeliveryState.CLAIMED || state == DeliveryState.SKIPPED) {
            throw new IllegalArgumentException(state + " is not an outcome");
        }
    }
}
