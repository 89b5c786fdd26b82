package dev.postrider.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What sending a planned run would take as things stand.
 *
 * @param messages recipients without those who would be skipped
 * @param quotaLeft recipients that campaigns may send to now within the account's 24 hours, null where it has no limit
 * @param warmUpIdentity the identity with a warm-up that the sender belongs to, null for none
 * @param warmUpLeft recipients that its warm-up still allows today, after those of today; null where it sets no limit
 * @param duration at the rate that account and campaign allow, null where neither has a limit
 * @param dollars at the price of {@link RunSettings#pricePerThousand()}
 * @param accountUnknown why nothing is known of the account's limits, one line; null where they are known
 */
public record PlanEstimate(
        long messages,
        @Nullable Long quotaLeft,
        @Nullable String warmUpIdentity,
        @Nullable Long warmUpLeft,
        @Nullable Duration duration,
        double dollars,
        @Nullable String accountUnknown) {}
