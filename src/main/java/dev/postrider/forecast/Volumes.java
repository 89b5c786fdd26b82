package dev.postrider.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Recipients by time. Not thread-safe. */
final class Volumes {

    private static final Duration DAY = Duration.ofDays(1);

    private final NavigableMap<Instant, Long> times;

    Volumes(Map<Instant, Long> sent) {
        this.times = new TreeMap<>(sent);
    }

    void add(Instant at, long recipients) {
        times.merge(at, recipients, Long::sum);
    }

    /** What is just 24 hours old does not count any more. */
    long last24Hours(Instant at) {
        return sum(times.subMap(at.minus(DAY), false, at, true));
    }

    /** The next instant at which something is a day old; {@link Instant#MAX} if nothing will be. */
    Instant nextOld(Instant after) {
        Instant sent = times.higherKey(after.minus(DAY));
        return sent == null ? Instant.MAX : sent.plus(DAY);
    }

    private static long sum(Map<Instant, Long> some) {
        return some.values().stream().mapToLong(Long::longValue).sum();
    }
}
