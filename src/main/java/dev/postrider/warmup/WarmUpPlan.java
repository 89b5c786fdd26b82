package dev.postrider.warmup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Settings of the warm-up of one identity: {@code postrider.warm-up[0]} and so on. Days are UTC's.
 *
 * @param identity an address or a domain; a domain is that of its addresses and of those of the domains below it, unless
 *     these have a plan of their own
 * @param start the first day, 2026-12-01; campaigns from the identity send nothing before it
 * @param firstDay recipients on the first day
 * @param dailyGrowth factor from each day to the next, until the account's quota is reached
 * @param plan recipients of each day in turn, in place of the two; the warm-up is over after the last
 */
public record WarmUpPlan(
        @DefaultValue("") String identity,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,

        @Nullable Long firstDay,
        @DefaultValue("1.4") double dailyGrowth,
        @DefaultValue List<Long> plan) {

    public WarmUpPlan {
        check(!identity.isBlank(), "identity is missing: an address or a domain, as news.example.com");
        identity = SendingIdentity.parse(identity).name();
        plan = List.copyOf(plan);
        check(start != null, "start is missing: the first day, as 2026-12-01");
        check((firstDay == null) != plan.isEmpty(), "takes either first-day, with daily-growth, or plan");
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
