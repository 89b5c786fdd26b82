package dev.postrider.limits;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of an identity that is warming up.
 *
 * @param day since 1970, in UTC
 */
record IdentityDay(String identity, long day) {

    private static final Pattern FIELD = Pattern.compile("day:(\\d+):(.+)");

    /** Where Redis counts its recipients. */
    String field() {
        return "day:" + day + ":" + identity;
    }

    /** Empty where the field counts something else. */
    static Optional<IdentityDay> of(String field) {
        Matcher matcher = FIELD.matcher(field);
        return matcher.matches()
                ? Optional.of(new IdentityDay(matcher.group(2), Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }
}
