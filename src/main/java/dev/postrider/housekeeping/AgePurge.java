package dev.postrider.housekeeping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToLongFunction;

/**
 * All of a kind that are older than what is kept, at once.
 *
 * @param count of those before an instant
 * @param deletion of them, which returns how many
 */
record AgePurge(
        String what, Duration keep, Clock clock, ToLongFunction<Instant> count, ToLongFunction<Instant> deletion)
        implements Purge {

    @Override
    public long due() {
        return count.applyAsLong(limit());
    }

    @Override
    public Purged purge() {
        return Purged.of(deletion.applyAsLong(limit()));
    }

    private Instant limit() {
        return clock.instant().minus(keep);
    }
}
