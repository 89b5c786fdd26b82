package dev.postrider.template.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A tag as far as a text part needs it.
 *
 * @param name in lower case
 * @param end offset behind the tag
 * @param href decoded, empty when absent
 * @param alt as in the source, empty when absent
 * @param hidden whether the element is not displayed, or is there for the eye only
 */
record HtmlTag(String name, boolean closing, int end, String href, String alt, boolean hidden) {

    /** Null where no tag starts. */
    static @Nullable HtmlTag at(String html, int start) {
        boolean closing = start + 1 < html.length() && html.charAt(start + 1) == '/';
        int nameStart = start + (closing ? 2 : 1);
        int position = nameStart;
        while (position < html.length() && isNamePart(html.charAt(position), position > nameStart)) {
            position++;
        }
        if (position == nameStart) {
            return null;
        }
        String name = html.substring(nameStart, position).toLowerCase(Locale.ROOT);
        return new Scanner(html, position).scan(name, closing);
    }

    private static boolean isNamePart(char character, boolean inside) {
        char lower = (char) (character | 0x20);
        return (lower >= 'a' && lower <= 'z')
                || (inside && ((character >= '0' && character <= '9') || character == '-'));
    }

    /** Goes over the attributes. */
    private static final class Scanner {

        private final String html;
        private int position;
        private String href = "";
        private String alt = "";
        private boolean hidden;

        Scanner(String html, int position) {
            this.html = html;
            this.position = position;
        }

        HtmlTag scan(String name, boolean closing) {
            while (position < html.length() && html.charAt(position) != '>') {
                char character = html.charAt(position);
                if (character <= ' ' || character == '/') {
                    position++;
                } else {
                    attribute();
                }
            }
            return new HtmlTag(name, closing, Math.min(position + 1, html.length()), href, alt, hidden);
        }

        private void attribute() {
            int start = position;
            while (position < html.length() && !endsName(html.charAt(position))) {
                position++;
            }
            int end = position;
            if (position < html.length() && html.charAt(position) == '=') {
                position++;
                value(start, end);
            } else {
                hidden |= is("hidden", start, end);
                // A stray character must not stop the scan.
                position = Math.max(position, start + 1);
            }
        }

        private static boolean endsName(char character) {
            return character <= ' ' || character == '=' || character == '>' || character == '/';
        }

        private void value(int nameStart, int nameEnd) {
            char quote = position < html.length() ? html.charAt(position) : ' ';
            int start;
            int end;
            if (quote == '"' || quote == '\'') {
                start = position + 1;
                int found = html.indexOf(quote, start);
                end = found < 0 ? html.length() : found;
                position = Math.min(end + 1, html.length());
            } else {
                start = position;
                while (position < html.length() && html.charAt(position) > ' ' && html.charAt(position) != '>') {
                    position++;
                }
                end = position;
            }
            note(nameStart, nameEnd, start, end);
        }

        private void note(int nameStart, int nameEnd, int start, int end) {
            if (is("href", nameStart, nameEnd)) {
                href = HtmlEntities.decode(html.substring(start, end)).strip();
            } else if (is("alt", nameStart, nameEnd)) {
                alt = html.substring(start, end);
            } else if (is("style", nameStart, nameEnd)) {
                hidden |= hasDisplayNone(start, end);
            } else if (is("hidden", nameStart, nameEnd)) {
                hidden = true;
            } else if (is("aria-hidden", nameStart, nameEnd)) {
                hidden |= html.startsWith("true", start);
            }
        }

        private boolean is(String name, int start, int end) {
            return end - start == name.length() && html.regionMatches(true, start, name, 0, name.length());
        }

        private boolean hasDisplayNone(int start, int end) {
            for (int i = start; i < end; i++) {
                if (html.charAt(i) == 'd' && html.startsWith("display", i)) {
                    int valueStart = i + "display".length();
                    while (valueStart < end && (html.charAt(valueStart) <= ' ' || html.charAt(valueStart) == ':')) {
                        valueStart++;
                    }
                    if (html.startsWith("none", valueStart)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
