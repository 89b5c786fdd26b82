package dev.postrider.definition;

import java.util.List;

/** Reads the key {@code schedule} of any file. */
final class ScheduleReader {

    static final List<String> KEYS = List.of("cron", "zone", "grace");

    private ScheduleReader() {}

    static Schedule read(Keys keys) {
        return new Schedule(
                keys.required("cron", CronText::check),
                keys.optional("zone", Values::zone),
                keys.optional("grace", Values::grace));
    }
}
