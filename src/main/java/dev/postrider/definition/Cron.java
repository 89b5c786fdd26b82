package dev.postrider.definition;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * The five fields of a cron expression, in local time. They mean what cron takes them for: 0 and 7 are Sunday, and of the
 * two fields for days either one suffices unless one of them begins with {@code *}.
 */
public final class Cron {

    private static final LocalDateTime ANY = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final List<CronExpression> alternatives;

    private Cron(List<CronExpression> alternatives) {
        this.alternatives = alternatives;
    }

    /** @throws IllegalArgumentException when these are not five fields that Spring can read */
    public static Cron of(String text) {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException("'" + text + "' has " + fields.length + " fields and not five");
        }
        String times = "0 " + fields[0] + " " + fields[1] + " ";
        String days = fields[2];
        String weekdays = weekdays(fields[4]);
        boolean eitherSuffices = !days.startsWith("*") && !fields[4].startsWith("*");
        return new Cron(
                eitherSuffices
                        ? List.of(
                                CronExpression.parse(times + days + " " + fields[3] + " *"),
                                CronExpression.parse(times + "* " + fields[3] + " " + weekdays))
                        : List.of(CronExpression.parse(times + days + " " + fields[3] + " " + weekdays)));
    }

    /** Spring's week begins with Monday, which makes a difference where cron counts from Sunday. */
    private static String weekdays(String field) {
        return field.toUpperCase(Locale.ROOT)
                .replace("*/", "0-7/")
                .replace("SUN", "0")
                .replace("7-7", "0-0");
    }

    /** The next local time after this one; null when there is none. */
    public @Nullable LocalDateTime next(LocalDateTime after) {
        return alternatives.stream()
                .map(alternative -> alternative.next(after))
                .filter(Objects::nonNull)
                .min(LocalDateTime::compareTo)
                .orElse(null);
    }

    boolean neverFires() {
        return next(ANY) == null;
    }
}
