package dev.postrider.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What sending a planned run would take as things stand.
 *
 * @param messages recipients without those who would be skipped
 * @param quotaLeft recipients that the account may send to now within its 24 hours, null where it has no limit
 * @param duration at the rate that account and campaign allow, null where neither has a limit
 * @param dollars at the price of {@link RunSettings#pricePerThousand()}
 */
public record PlanEstimate(
        long messages, @Nullable Long quotaLeft, @Nullable Duration duration, double dollars) {}
