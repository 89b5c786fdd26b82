package dev.postrider.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values read. */
public final class Text {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Text() {}

    /** Numbers with thousands separated, times in UTC to the second, nothing for null and for empty collections. */
    public static String of(@Nullable Object value) {
        if (value == null || (value instanceof Collection<?> values && values.isEmpty())) {
            return "";
        }
        if (value instanceof Integer || value instanceof Long) {
            return String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
        }
        if (value instanceof Instant instant) {
            return TIME.format(instant);
        }
        if (value instanceof Duration duration) {
            return of(duration);
        }
        return value.toString().replace('\n', ' ');
    }

    private static String of(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", Math.max(0, duration.toMillis()) / 1_000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d h", seconds / 3_600, seconds / 60 % 60);
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
