package dev.postrider.imports;

import dev.postrider.imports.source.InvalidRow;
import dev.postrider.recipient.IsoDates;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Subscription;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The known columns of one row, each checked for its type. Null where the row does not give a value. */
final class FieldValues {

    private static final Pattern LINE_BREAK_OR_CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
    private static final Pattern LIST_SEPARATOR = Pattern.compile("[;|]");

    private final Map<String, @Nullable Object> values;

    FieldValues(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** The fields whose values the row takes away. */
    Set<String> cleared() {
        Set<String> cleared = new HashSet<>();
        values.forEach((name, value) -> {
            if (value == null) {
                cleared.add(name);
            }
        });
        return cleared;
    }

    String required(String name) {
        String text = line(name);
        if (text == null) {
            throw new InvalidRow("no " + name);
        }
        return text;
    }

    /** A required text, which JSON may have as a number. */
    String identity(String name) {
        Object value = values.get(name);
        return value instanceof Integer || value instanceof Long ? value.toString() : required(name);
    }

    /** Text of one line: what goes into the subject and the headers of a mail must not begin another. */
    @Nullable
    String line(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw new InvalidRow(name + " is not a text");
        }
        String stripped = text.strip();
        if (LINE_BREAK_OR_CONTROL.matcher(stripped).find()) {
            throw new InvalidRow(name + " contains a line break or a control character");
        }
        return stripped.isEmpty() ? null : stripped;
    }

    @Nullable
    String locale(String name) {
        String tag = line(name);
        try {
            return tag == null
                    ? null
                    : new Locale.Builder()
                            .setLanguageTag(tag.replace('_', '-'))
                            .build()
                            .toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new InvalidRow(name + " \"" + tag + "\" is not a language tag such as en-US");
        }
    }

    @Nullable
    String zone(String name) {
        String zone = line(name);
        try {
            return zone == null ? null : ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw new InvalidRow(name + " \"" + zone + "\" is not a time zone such as Europe/Berlin");
        }
    }

    @Nullable
    Date date(String name) {
        String text = line(name);
        return text == null
                ? null
                : IsoDates.parse(text)
                        .map(Date::from)
                        .orElseThrow(() -> new InvalidRow(
                                name + " \"" + text + "\" is not a date such as 2026-01-31 or 2026-01-31T09:00:00Z"));
    }

    @Nullable
    Subscription subscription(String name) {
        String text = line(name);
        return text == null
                ? null
                : Arrays.stream(Subscription.values())
                        .filter(subscription -> subscription.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new InvalidRow(
                                name + " \"" + text + "\" is not one of " + Arrays.toString(Subscription.values())));
    }

    @Nullable
    List<String> ids(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        Stream<?> elements =
                value instanceof List<?> list ? list.stream() : LIST_SEPARATOR.splitAsStream(String.valueOf(value));
        return elements.map(element -> id(name, element))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private static String id(String name, @Nullable Object element) {
        if (element instanceof String || element instanceof Integer || element instanceof Long) {
            String id = element.toString().strip();
            if (id.length() <= RecipientId.MAX_LENGTH) {
                return id;
            }
        }
        throw new InvalidRow(name + " are not ids");
    }
}
