package dev.postrider.limits;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The plan by which campaigns send a little more every day, until receivers know the sender. Days are UTC's. */
@Component
class WarmUp {

    private final WarmUpSettings settings;

    WarmUp(WarmUpSettings settings) {
        this.settings = settings;
    }

    boolean planned() {
        return settings.start() != null;
    }

    /**
     * Most recipients on the day; nobody before the first one. Empty where the warm-up is over, or there is none.
     *
     * @param quota the most in 24 hours, at which it is over; negative for no limit
     */
    OptionalLong most(LocalDate day, double quota) {
        if (!planned()) {
            return OptionalLong.empty();
        }
        long number = number(day);
        if (number < 0) {
            return OptionalLong.of(0);
        }
        return settings.plan().isEmpty() ? grown(number, quota) : planned(number);
    }

    private OptionalLong planned(long number) {
        List<Long> plan = settings.plan();
        return number < plan.size() ? OptionalLong.of(plan.get((int) number)) : OptionalLong.empty();
    }

    private OptionalLong grown(long number, double quota) {
        Long first = settings.firstDay();
        double most = first == null ? 0 : Math.floor(first * Math.pow(settings.dailyGrowth(), (double) number));
        boolean over = (quota >= 0 && most >= quota) || most > Integer.MAX_VALUE;
        return over ? OptionalLong.empty() : OptionalLong.of((long) most);
    }

    private long number(LocalDate day) {
        LocalDate start = settings.start();
        return start == null ? 0 : ChronoUnit.DAYS.between(start, day);
    }

    /** Why campaigns send no more on the day, one line. */
    String cause(LocalDate day, double quota) {
        long number = number(day);
        return number < 0
                ? "the warm-up begins on " + settings.start()
                : String.format(
                        Locale.ROOT,
                        "day %d of the warm-up allows %,d recipients, and they are used up",
                        number + 1,
                        most(day, quota).orElse(0));
    }
}
