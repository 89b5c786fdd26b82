package dev.postrider.schedule;

import java.time.Instant;

/** A slot that was not launched, and why. */
public record MissedSlot(Instant slot, String reason, Instant notedAt) {}
