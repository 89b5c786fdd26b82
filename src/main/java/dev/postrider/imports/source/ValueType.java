package dev.postrider.imports.source;

import dev.postrider.recipient.IsoDates;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The type of an attribute's values. A whole column has one type: the narrowest that all its values have, so that
 * {@code 02139} keeps all postal codes of its column texts.
 */
public enum ValueType {
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    TEXT;

    private static final Pattern INTEGER_SHAPE = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final Pattern NUMBER_SHAPE = Pattern.compile("-?(0|[1-9]\\d*)\\.\\d+");
    private static final int EXACT_DIGITS = 15;

    public static ValueType of(String text) {
        if (INTEGER_SHAPE.matcher(text).matches()) {
            return INTEGER;
        }
        if (NUMBER_SHAPE.matcher(text).matches()) {
            return new BigDecimal(text).stripTrailingZeros().precision() <= EXACT_DIGITS ? NUMBER : TEXT;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return BOOLEAN;
        }
        return IsoDates.parse(text).isPresent() ? DATE : TEXT;
    }

    /** The type after the last colon of a column's name, if there is one. */
    static Optional<ValueType> named(String column) {
        String name = column.substring(column.lastIndexOf(':') + 1);
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT)) && name.length() < column.length())
                .findFirst();
    }

    public ValueType join(ValueType other) {
        if (this == other) {
            return this;
        }
        boolean numbers = this.isNumber() && other.isNumber();
        return numbers ? NUMBER : TEXT;
    }

    private boolean isNumber() {
        return this == INTEGER || this == NUMBER;
    }

    /** @throws InvalidRow if the text is not of this type */
    Object parse(String text) {
        if (this == TEXT) {
            return text;
        }
        if (of(text).join(this) != this) {
            throw new InvalidRow("\"" + text + "\" is not of type " + name().toLowerCase(Locale.ROOT));
        }
        return switch (this) {
            case INTEGER -> integer(text);
            case NUMBER -> (Object) Double.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> Date.from(IsoDates.parse(text).orElseThrow());
            case TEXT -> text;
        };
    }

    private static Object integer(String text) {
        long value = Long.parseLong(text);
        return (int) value == value ? (Object) (int) value : (Object) value;
    }
}
