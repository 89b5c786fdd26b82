package dev.postrider.delivery;

import dev.postrider.frequency.FrequencyCap;
import org.jspecify.annotations.Nullable;

/**
 * How a run wants to be sent.
 *
 * @param rate recipients a second at most, below the account's own rate, or null
 * @param cap whom the mails of other runs keep out meanwhile, or null
 * @param renderEnded nothing more will be queued
 */
public record DeliverOrder(@Nullable Double rate, @Nullable FrequencyCap cap, boolean renderEnded) {}
