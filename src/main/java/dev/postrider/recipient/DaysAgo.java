package dev.postrider.recipient;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** The {@code {daysAgo: n}} of a segment; a negative number of days lies after the slot's day. */
record DaysAgo(int days) {

    private static final int MAX_DAYS = 36_500;

    static DaysAgo parse(String path, @Nullable Object days) {
        if (days instanceof Integer number && Math.abs(number) <= MAX_DAYS) {
            return new DaysAgo(number);
        }
        throw new InvalidSegment(path, "daysAgo takes a whole number of days, not " + days);
    }

    Date before(LocalDate day, ZoneId zone) {
        return Date.from(day.minusDays(days).atStartOfDay(zone).toInstant());
    }
}
