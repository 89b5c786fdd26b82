package dev.postrider.schedule;

import dev.postrider.definition.Cron;
import dev.postrider.definition.Schedule;
import dev.postrider.definition.Scheduled;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When a campaign or another job runs, and how late it still does. */
record Timetable(String cron, ZoneId zone, Duration grace) {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Null where there is no schedule. */
    static @Nullable Timetable of(Scheduled definition, ScheduleSettings settings) {
        Schedule schedule = definition.schedule();
        if (schedule == null) {
            return null;
        }
        Duration grace = schedule.grace() == null ? settings.grace() : schedule.grace();
        ZoneId zone = definition.zone().equals(ZoneOffset.UTC) ? UTC : definition.zone();
        return new Timetable(schedule.cron(), zone, grace);
    }

    Slots slots() {
        return new Slots(Cron.of(cron), zone);
    }

    @Override
    public String toString() {
        return "'" + cron + "' in " + zone + " with a grace of " + grace.toSeconds() + " s";
    }
}
