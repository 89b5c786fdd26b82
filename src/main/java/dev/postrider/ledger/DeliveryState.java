package dev.postrider.ledger;

/**
 * States of a delivery. {@code CLAIMED} becomes one of {@code SENT}, {@code REJECTED} and {@code UNKNOWN}; {@code SKIPPED}
 * has a reason and was never claimed.
 */
public enum DeliveryState {
    CLAIMED,
    SENT,
    REJECTED,
    UNKNOWN,
    SKIPPED
}
