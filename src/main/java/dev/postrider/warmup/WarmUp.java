package dev.postrider.warmup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** An identity's way to its full volume, day by day, until receivers know it. Days are UTC's. */
public final class WarmUp {

    private final WarmUpPlan plan;
    private final LocalDate start;

    WarmUp(WarmUpPlan plan) {
        this.plan = plan;
        this.start = plan.start();
    }

    /** An address or a domain, in lower case. */
    public String identity() {
        return plan.identity();
    }

    /**
     * Most recipients on the day; nobody before the first one. Empty where the warm-up is over.
     *
     * @param quota the most in 24 hours, at which it is over; negative for no limit
     */
    public OptionalLong most(LocalDate day, double quota) {
        long number = number(day);
        if (number < 0) {
            return OptionalLong.of(0);
        }
        return plan.plan().isEmpty() ? grown(number, quota) : planned(number);
    }

    private OptionalLong planned(long number) {
        List<Long> days = plan.plan();
        return number < days.size() ? OptionalLong.of(days.get((int) number)) : OptionalLong.empty();
    }

    private OptionalLong grown(long number, double quota) {
        Long first = plan.firstDay();
        double most = first == null ? 0 : Math.floor(first * Math.pow(plan.dailyGrowth(), (double) number));
        boolean over = (quota >= 0 && most >= quota) || most > Integer.MAX_VALUE;
        return over ? OptionalLong.empty() : OptionalLong.of((long) most);
    }

    private long number(LocalDate day) {
        return ChronoUnit.DAYS.between(start, day);
    }

    /** What it allows on the day, for people; empty where its plan is over. */
    Optional<String> state(LocalDate day) {
        OptionalLong most = most(day, -1);
        return most.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "warm-up of %s from %s: today %,d recipients",
                        identity(),
                        start,
                        most.getAsLong()));
    }

    /** Why campaigns from the identity send no more on the day, one line. */
    public String cause(LocalDate day, double quota) {
        long number = number(day);
        return number < 0
                ? "the warm-up of " + identity() + " begins on " + start
                : String.format(
                        Locale.ROOT,
                        "day %d of the warm-up of %s allows %,d recipients, and they are used up",
                        number + 1,
                        identity(),
                        most(day, quota).orElse(0));
    }
}
