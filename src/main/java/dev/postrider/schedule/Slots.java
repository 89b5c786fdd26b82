package dev.postrider.schedule;

import dev.postrider.definition.Cron;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The instants of the local times that a cron expression names, each once: a time that the clock skips is moved on by as
 * much as the clock is, one that the clock shows twice counts the first time. Two times that come to one instant are one slot.
 */
record Slots(Cron cron, ZoneId zone) {

    /** The next one after this instant; null when there is none. */
    @Nullable
    Instant next(Instant after) {
        LocalDateTime local = firstBeyond(after, start(after));
        if (local == null) {
            return null;
        }
        Instant slot = instantOf(local);
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition == null || !transition.isGap()) {
            return slot;
        }
        // Times after the gap may come before those that were moved out of it.
        LocalDateTime behind = firstBeyond(after, transition.getDateTimeAfter().minusNanos(1));
        return behind == null || slot.isBefore(instantOf(behind)) ? slot : instantOf(behind);
    }

    /** The next ones, so many of them. */
    List<Instant> next(Instant after, int count) {
        return Stream.iterate(next(after), Objects::nonNull, this::next)
                .limit(count)
                .toList();
    }

    /** All up to and with that instant. */
    List<Instant> until(Instant after, Instant last) {
        return Stream.iterate(next(after), Objects::nonNull, this::next)
                .takeWhile(slot -> !slot.isAfter(last))
                .toList();
    }

    private @Nullable LocalDateTime firstBeyond(Instant after, LocalDateTime start) {
        LocalDateTime local = cron.next(start);
        while (local != null && !instantOf(local).isAfter(after)) {
            local = cron.next(local);
        }
        return local;
    }

    /** The local time from which on all later slots are found: that before the gap, when slots out of it may be left. */
    private LocalDateTime start(Instant after) {
        ZoneOffsetTransition last = zone.getRules().previousTransition(after.plusNanos(1));
        boolean besideGap = last != null
                && last.isGap()
                && last.getInstant().plus(last.getDuration()).isAfter(after);
        return besideGap ? last.getDateTimeBefore().minusNanos(1) : LocalDateTime.ofInstant(after, zone);
    }

    private Instant instantOf(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }
}
