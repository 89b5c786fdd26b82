package dev.postrider.recipient;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a segment: each must have the type of its field. */
final class SegmentValue {

    private static final String DAYS_AGO = "daysAgo";

    private SegmentValue() {}

    static boolean isDaysAgo(Map<?, ?> map) {
        return map.size() == 1 && map.containsKey(DAYS_AGO);
    }

    static @Nullable Object convert(String path, SegmentField.Type type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> text(path, value);
            case DATE -> date(path, value);
            case NUMBER -> number(path, value);
            case SUBSCRIPTION -> subscription(path, value);
            case ANY -> any(path, value);
            case PRESENCE -> throw new InvalidSegment(path, "cannot be compared, only {$exists: true} asked");
        };
    }

    static List<@Nullable Object> convertAll(String path, SegmentField.Type type, @Nullable Object values) {
        if (!(values instanceof List<?> list)) {
            throw new InvalidSegment(path, "takes a list of values");
        }
        List<@Nullable Object> converted = new ArrayList<>();
        for (Object value : list) {
            converted.add(convert(path + "[" + converted.size() + "]", type, value));
        }
        return converted;
    }

    static boolean flag(String path, @Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new InvalidSegment(path, "takes true or false, not " + value);
    }

    static int length(String path, @Nullable Object value) {
        if (value instanceof Integer length && length >= 0) {
            return length;
        }
        throw new InvalidSegment(path, "takes a whole number, not " + value);
    }

    private static String text(String path, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new InvalidSegment(path, value + " is not a text; put it in quotes");
    }

    private static Object date(String path, Object value) {
        if (value instanceof Map<?, ?> map && isDaysAgo(map)) {
            return DaysAgo.parse(path, map.get(DAYS_AGO));
        }
        if (value instanceof Date date) {
            return date;
        }
        if (value instanceof Instant || value instanceof LocalDate || value instanceof String) {
            return IsoDates.parse(value.toString()).map(Date::from).orElseThrow(() -> notDate(path, value));
        }
        throw notDate(path, value);
    }

    private static InvalidSegment notDate(String path, Object value) {
        return new InvalidSegment(
                path, value + " is not a date such as 2026-01-31, 2026-01-31T09:00:00Z or {daysAgo: 7}");
    }

    private static Number number(String path, Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return (Number) value;
        }
        if (value instanceof BigInteger integer && integer.bitLength() < Long.SIZE) {
            return integer.longValue();
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            double number = ((Number) value).doubleValue();
            if (Double.isFinite(number)) {
                return number;
            }
        }
        throw new InvalidSegment(path, value + " is not a number");
    }

    private static String subscription(String path, Object value) {
        List<String> names =
                Arrays.stream(Subscription.values()).map(Subscription::name).toList();
        if (value instanceof String name && names.contains(name)) {
            return name;
        }
        throw new InvalidSegment(path, value + " is not one of " + String.join(", ", names));
    }

    private static Object any(String path, Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number) {
            return number(path, value);
        }
        if (value instanceof String text) {
            return IsoDates.parse(text).<Object>map(Date::from).orElse(text);
        }
        if (value instanceof List<?>) {
            throw new InvalidSegment(path, "takes one value; for several use $in or $all");
        }
        return date(path, value);
    }
}
