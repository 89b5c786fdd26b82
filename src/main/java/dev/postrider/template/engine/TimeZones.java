package dev.postrider.template.engine;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The time zone of a recipient, UTC where it is unknown. */
public final class TimeZones {

    private final TimeZone utc = TimeZone.getTimeZone("UTC");
    private final Map<String, TimeZone> known = new ConcurrentHashMap<>();

    public TimeZone of(@Nullable Object recipient) {
        if (recipient instanceof Map<?, ?> map && map.get("timeZone") instanceof String id) {
            TimeZone zone = known.get(id);
            return zone != null ? zone : lookUp(id);
        }
        return utc;
    }

    private TimeZone lookUp(String id) {
        try {
            TimeZone zone = TimeZone.getTimeZone(ZoneId.of(id));
            known.put(id, zone);
            return zone;
        } catch (DateTimeException e) {
            return utc;
        }
    }
}
