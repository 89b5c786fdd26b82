package dev.postrider.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A slot to come.
 *
 * @param local its time in the campaign's zone, {@code Mon 2026-11-30 09:00 -08:00}
 */
public record LocalSlot(Instant slot, String local) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    static LocalSlot of(Instant slot, ZoneId zone) {
        return new LocalSlot(slot, LOCAL.format(ZonedDateTime.ofInstant(slot, zone)));
    }
}
