package dev.postrider.forecast;

import dev.postrider.run.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one run will want to send.
 *
 * @param run the one of the slot, which need not be there yet
 * @param state null where it is not there yet
 * @param identity the one with a warm-up that the sender belongs to; null for none
 * @param at when it begins, or goes on
 */
record Demand(
        String run,
        String campaign,
        @Nullable RunState state,
        @Nullable String identity,
        Instant at,
        long recipients) {}
