package dev.postrider.recipient;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Whom a campaign is for: a MongoDB filter over {@code recipients}, checked when it is made. It names the fields of a
 * recipient and {@code attributes.*}, uses the operators of {@link SegmentOperator}, and may say {@code {daysAgo: n}}
 * wherever a date can stand: the start of the slot's day less n days. A date without a time ({@code 2026-01-31}) is the
 * start of that day in UTC; on attributes too, so that no attribute can be compared with such a text.
 */
public final class Segment {

    private final Document filter;

    private Segment(Document filter) {
        this.filter = filter;
    }

    /**
     * Checks the filter; an empty one selects everybody.
     *
     * @throws InvalidSegment naming the path in the filter and the cause
     */
    public static Segment of(Map<String, Object> filter) {
        return new Segment(new SegmentParser().filter("", filter));
    }

    /** The filter for a slot on the given day of the given zone. */
    public Bson filter(LocalDate slotDay, ZoneId zone) {
        return resolved(filter, slotDay, zone);
    }

    private static Document resolved(Document document, LocalDate day, ZoneId zone) {
        Document resolved = new Document();
        document.forEach((name, value) -> resolved.append(name, resolved(value, day, zone)));
        return resolved;
    }

    private static @Nullable Object resolved(@Nullable Object value, LocalDate day, ZoneId zone) {
        if (value instanceof DaysAgo daysAgo) {
            return daysAgo.before(day, zone);
        }
        if (value instanceof Document document) {
            return resolved(document, day, zone);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> resolved(element, day, zone)).toList();
        }
        return value;
    }
}
