package dev.postrider.recipient;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions that cannot keep a database busy for long: no groups, alternatives or back references, and few
 * repetitions.
 */
final class SegmentPattern {

    private static final int MAX_LENGTH = 200;
    private static final int MAX_REPETITIONS = 3;
    private static final Pattern ESCAPED = Pattern.compile("\\\\.|\\[[^\\]]*\\]");

    private SegmentPattern() {}

    static String check(String path, SegmentField field, @Nullable Object operand) {
        if (field.type() != SegmentField.Type.TEXT && field.type() != SegmentField.Type.ANY) {
            throw new InvalidSegment(path, field.name() + " is not a text");
        }
        if (!(operand instanceof String regex) || regex.isEmpty() || regex.length() > MAX_LENGTH) {
            throw new InvalidSegment(path, "takes a text of 1 to " + MAX_LENGTH + " characters");
        }
        String bare = ESCAPED.matcher(regex).replaceAll("_");
        if (bare.chars().anyMatch(c -> "()|{".indexOf(c) >= 0)) {
            throw new InvalidSegment(path, "groups, alternatives and {n} are not allowed, use $or or $in");
        }
        if (bare.chars().filter(c -> c == '*' || c == '+' || c == '?').count() > MAX_REPETITIONS) {
            throw new InvalidSegment(path, "more than " + MAX_REPETITIONS + " repetitions (*, + or ?)");
        }
        try {
            return Pattern.compile(regex).pattern();
        } catch (PatternSyntaxException e) {
            throw new InvalidSegment(path, "is not a regular expression: " + e.getDescription());
        }
    }
}
