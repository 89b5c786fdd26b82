package dev.postrider.limits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Settings of the warm-up of a new sender. Days are UTC's.
 *
 * @param start the first day, 2026-12-01; campaigns send nothing before it. Without one there is no warm-up
 * @param firstDay recipients on the first day
 * @param dailyGrowth factor from each day to the next, until the account's quota is reached
 * @param plan recipients of each day in turn, in place of the two; the warm-up is over after the last
 */
@ConfigurationProperties("postrider.warm-up")
public record WarmUpSettings(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate start,

        @Nullable Long firstDay,
        @DefaultValue("1.4") double dailyGrowth,
        @DefaultValue List<Long> plan) {

    public WarmUpSettings {
        plan = List.copyOf(plan);
        check(start != null || (firstDay == null && plan.isEmpty()), "start is missing: the first day, as 2026-12-01");
        check(
                start == null || (firstDay == null) != plan.isEmpty(),
                "takes either first-day, with daily-growth, or plan");
        check(firstDay == null || firstDay > 0, "first-day has to be 1 or more");
        check(plan.stream().allMatch(recipients -> recipients > 0), "plan takes numbers from 1 on");
        check(dailyGrowth > 1 && dailyGrowth <= 10, "daily-growth has to be more than 1, and 10 at most");
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
