package dev.postrider.schedule;

import java.time.Instant;

/**
 * A slot that is due, and that nodes try in vain to launch, or whose job they do.
 *
 * @param cause one line without addresses
 */
public record BlockedSlot(Instant slot, String cause) {}
