package dev.postrider.definition;

import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.InvalidEmailAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the values of a campaign's file may be. Each throws IllegalArgumentException with the cause. */
final class Values {

    static final Pattern CAMPAIGN = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final Pattern DURATION =
            Pattern.compile("(?=\\d)(?:(\\d{1,4})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6})s)?");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%");
    private static final Pattern MAILBOX = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^<>\"]*?)\\s*<([^<>]+)>");

    private static final Duration LEAST_GRACE = Duration.ofMinutes(1);

    private Values() {}

    static String text(YamlNode node) {
        if (!(node.value() instanceof String text)) {
            throw new IllegalArgumentException("expected a text, not " + node.kind());
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text is empty");
        }
        return text;
    }

    static String name(YamlNode node) {
        return matching(CAMPAIGN, node, "a name of lower-case letters, digits and hyphens, at most 63");
    }

    static String template(YamlNode node) {
        String name = matching(TEMPLATE, node, "the name of a folder in templates");
        if (name.equals("layout")) {
            throw new IllegalArgumentException("'layout' holds what templates share, and is none");
        }
        return name;
    }

    private static String matching(Pattern pattern, YamlNode node, String what) {
        String text = text(node);
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text.lines().findFirst().orElse("") + "' is not " + what);
        }
        return text;
    }

    /** An address, or a name and an address in angle brackets. */
    static String mailbox(YamlNode node) {
        String text = text(node).strip();
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("it has a line break or another control character");
        }
        Matcher named = MAILBOX.matcher(text);
        try {
            EmailAddress.parse(named.matches() ? named.group(1) : text);
        } catch (InvalidEmailAddress e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return text;
    }

    static ZoneId zone(YamlNode node) {
        String text = text(node);
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "there is no time zone '" + text + "'" + Nearest.question(text, ZoneId.getAvailableZoneIds()), e);
        }
    }

    static Duration duration(YamlNode node) {
        Matcher parts = DURATION.matcher(String.valueOf(node.value()));
        if (!(node.value() instanceof String) || !parts.matches()) {
            throw new IllegalArgumentException(node.kind() + " is not a duration such as 90s, 30m, 6h or 1d12h");
        }
        return Duration.ofDays(part(parts, 1))
                .plusHours(part(parts, 2))
                .plusMinutes(part(parts, 3))
                .plusSeconds(part(parts, 4));
    }

    static Duration watch(YamlNode node) {
        Duration watch = duration(node);
        if (watch.isZero()) {
            throw new IllegalArgumentException(node.kind() + " is no time to watch anything");
        }
        return watch;
    }

    static Duration grace(YamlNode node) {
        Duration grace = duration(node);
        if (grace.compareTo(LEAST_GRACE) < 0) {
            throw new IllegalArgumentException(node.kind() + " is less than a minute: every slot would be missed");
        }
        return grace;
    }

    private static long part(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    /** A percentage as a number between 0 and 1, neither included. */
    static double share(YamlNode node) {
        Matcher percent = PERCENT.matcher(String.valueOf(node.value()));
        double share = percent.matches() ? Double.parseDouble(percent.group(1)) / 100 : 0;
        if (share <= 0 || share >= 1) {
            throw new IllegalArgumentException(node.kind() + " is not a share such as 2%, above 0% and below 100%");
        }
        return share;
    }

    static long count(YamlNode node) {
        if (node.value() instanceof Integer || node.value() instanceof Long) {
            long count = ((Number) node.value()).longValue();
            if (count > 0) {
                return count;
            }
        }
        throw new IllegalArgumentException("expected a whole number above 0, not " + node.kind());
    }

    static int days(YamlNode node) {
        return atMost(36_500, node, "days are more than a hundred years");
    }

    static int mails(YamlNode node) {
        return atMost(1_000, node, "mails are too many for a cap: 1000 at most");
    }

    /** Days of a cap's window. */
    static int capDays(YamlNode node) {
        return atMost(365, node, "days are too many for a cap: 365 at most");
    }

    /** So many that they say nothing yet. */
    static int few(YamlNode node) {
        if (node.value() instanceof Integer few && few >= 0) {
            return few;
        }
        throw new IllegalArgumentException("expected a whole number, 0 or more, not " + node.kind());
    }

    private static int atMost(int most, YamlNode node, String otherwise) {
        long number = count(node);
        if (number > most) {
            throw new IllegalArgumentException(number + " " + otherwise);
        }
        return (int) number;
    }

    static double rate(YamlNode node) {
        if (node.value() instanceof Number number && number.doubleValue() > 0) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("expected recipients a second, a number above 0, not " + node.kind());
    }
}
