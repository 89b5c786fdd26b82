package dev.postrider.cli.schedule;

import dev.postrider.schedule.LocalSlot;
import dev.postrider.schedule.MissedSlot;
import dev.postrider.schedule.ScheduledJob;
import dev.postrider.terminal.Table;
import dev.postrider.terminal.Terminal;
import java.util.List;
import java.util.Objects;

/** Schedules as people read them. */
final class ScheduleText {

    private ScheduleText() {}

    /** Broken files as errors. */
    static void print(List<ScheduledJob> jobs, Terminal terminal) {
        Table next = new Table("JOB", "CRON", "ZONE", "GRACE", "NEXT", "UTC");
        Table blocked = new Table("BLOCKED", "SLOT", "CAUSE");
        Table missed = new Table("MISSED", "SLOT", "REASON");
        for (ScheduledJob job : jobs) {
            addNext(job, next);
            job.blocked().forEach(slot -> blocked.row(job.name(), slot.slot(), slot.cause()));
            for (MissedSlot slot : job.missed()) {
                missed.row(job.name(), slot.slot(), slot.reason());
            }
        }
        next.print(terminal);
        blocked.print(terminal);
        missed.print(terminal);
        jobs.stream().map(ScheduledJob::error).filter(Objects::nonNull).forEach(terminal::error);
    }

    private static void addNext(ScheduledJob job, Table table) {
        boolean first = true;
        for (LocalSlot slot : job.next()) {
            if (first) {
                table.row(job.name(), job.cron(), job.zone(), job.grace(), slot.local(), slot.slot());
            } else {
                table.row("", "", "", "", slot.local(), slot.slot());
            }
            first = false;
        }
    }
}
