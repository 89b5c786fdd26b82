package dev.postrider.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives runs their turn within quota and warm-ups, the first one first. Not thread-safe. */
final class Room {

    /** Shorter waits are not looked at: a run that waits goes on in a few large parts. */
    private static final Duration LEAST_WAIT = Duration.ofMinutes(15);

    private final long quota;
    private final Volumes sent;
    private final WarmUpDays days;
    private final Instant end;

    /**
     * @param quota most recipients in 24 hours
     * @param sent what counts already
     * @param end no turns after it
     */
    Room(long quota, Volumes sent, WarmUpDays days, Instant end) {
        this.quota = quota;
        this.sent = sent;
        this.days = days;
        this.end = end;
    }

    /** Recipients by the time at which they have their turn, up to the end; demands have to come in order of time. */
    SortedMap<Instant, Long> turns(Demand demand) {
        SortedMap<Instant, Long> turns = new TreeMap<>();
        long left = demand.recipients();
        for (Instant at = demand.at(); left > 0 && !at.isAfter(end); at = later(at)) {
            long now = Math.min(left, at(at, demand.identity()));
            if (now > 0) {
                sent.add(at, now);
                days.add(demand.identity(), day(at), now);
                turns.put(at, now);
                left -= now;
            }
        }
        return turns;
    }

    private long at(Instant at, @Nullable String identity) {
        return Math.max(0, Math.min(quota - sent.last24Hours(at), days.left(identity, day(at))));
    }

    /** When there may be more: something is a day old, or the next day of a warm-up begins. */
    private Instant later(Instant at) {
        Instant midnight = day(at).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return earlier(midnight, later(sent.nextOld(at), at.plus(LEAST_WAIT)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
