package dev.postrider.forecast;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/** What identities that are warming up may still send on each day in UTC. Not thread-safe. */
final class WarmUpDays {

    private record Day(String identity, LocalDate date) {}

    private final ToLongBiFunction<String, LocalDate> most;
    private final Map<Day, Long> sent = new HashMap<>();

    /**
     * @param most recipients of an identity on a day
     * @param today the day on which the identities have sent to {@code sentToday} already
     */
    WarmUpDays(ToLongBiFunction<String, LocalDate> most, LocalDate today, Map<String, Long> sentToday) {
        this.most = most;
        sentToday.forEach((identity, recipients) -> add(identity, today, recipients));
    }

    /** @param identity null where none is warming up, and nothing is limited */
    long left(@Nullable String identity, LocalDate date) {
        return identity == null
                ? Long.MAX_VALUE
                : most.applyAsLong(identity, date) - sent.getOrDefault(new Day(identity, date), 0L);
    }

    void add(@Nullable String identity, LocalDate date, long recipients) {
        if (identity != null) {
            sent.merge(new Day(identity, date), recipients, Long::sum);
        }
    }
}
