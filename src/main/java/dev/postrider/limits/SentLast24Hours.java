package dev.postrider.limits;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Keeps the count of the last 24 hours over a loss of Redis: it is seeded from the largest of the snapshot, what SES
 * says, and what this process saw shortly before; the days of identities that are warming up from the larger of snapshot
 * and what this process saw, which also raises them where Redis lost no more than its last writes. What SES counted beyond
 * our own sends is held to be sent by others on the account, and is told to Redis whenever SES's figure changes.
 */
@Component
class SentLast24Hours {

    /** After which what this process saw is no better than SES's own figure. */
    private static final long SIGHT_NANOS = 120_000_000_000L;

    private static final double NO_NEWS = -1;

    private record Sight(long sent, long at) {}

    private final LimitsRedis redis;
    private final QuotaSnapshots snapshots;
    private final AtomicLong figureTold = new AtomicLong(Double.doubleToLongBits(NO_NEWS));
    private volatile Sight seen = new Sight(0, System.nanoTime());
    private final Map<IdentityDay, Long> seenDays = new ConcurrentHashMap<>();
    private volatile boolean changed;

    SentLast24Hours(LimitsRedis redis, QuotaSnapshots snapshots) {
        this.redis = redis;
        this.snapshots = snapshots;
    }

    /** SES's figure the first time it is seen, later a negative number. */
    double news(double figure) {
        long bits = Double.doubleToLongBits(figure);
        return figureTold.getAndSet(bits) == bits ? NO_NEWS : figure;
    }

    void saw(long sent) {
        seen = new Sight(sent, System.nanoTime());
        changed = true;
    }

    /** @param count of the day in Redis */
    void saw(IdentityDay day, long count) {
        seenDays.merge(day, count, Math::max);
        seenDays.keySet().removeIf(other -> other.day() < day.day());
    }

    /** @param count of the permits that the day of their identity has no more in Redis */
    void wentBack(Permits permits, long count) {
        String identity = permits.identity();
        if (identity != null) {
            long day = TimeUnit.MINUTES.toDays(permits.minute());
            seenDays.computeIfPresent(new IdentityDay(identity, day), (same, seen) -> Math.max(0, seen - count));
        }
    }

    /** What this process saw of each day of an identity. */
    Map<IdentityDay, Long> days() {
        return Map.copyOf(seenDays);
    }

    void seed(double figure) {
        Sight sight = seen;
        boolean recent = System.nanoTime() - sight.at() < SIGHT_NANOS;
        QuotaSnapshot saved = snapshots.load();
        Map<IdentityDay, Long> days = new HashMap<>(saved.days());
        seenDays.forEach((day, count) -> days.merge(day, count, Math::max));
        redis.seed(Math.max(figure, recent ? (double) sight.sent() : 0), saved.minutes(), days);
    }

    /** As Redis has it, or else the last snapshot. Minutes are of all lanes. */
    QuotaSnapshot now() {
        return redis.sent().orElseGet(snapshots::load);
    }

    /** Saves a snapshot if something was sent since the last one. */
    void save() {
        if (changed) {
            changed = false;
            try {
                redis.sent().ifPresent(snapshots::save);
            } catch (RuntimeException e) {
                changed = true;
                throw e;
            }
        }
    }
}
