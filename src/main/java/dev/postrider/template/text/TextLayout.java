package dev.postrider.template.text;

/** Lays plain text out: white space collapses, and breaks asked for twice are made once. */
final class TextLayout {

    private final StringBuilder out = new StringBuilder(2048);
    private int breaks;
    private boolean space;

    /** Adds text of HTML, its character references decoded. */
    void text(String html, int start, int end) {
        int wordStart = start;
        int position = start;
        while (position < end) {
            char character = html.charAt(position);
            if (character == '&') {
                append(html, wordStart, position);
                wordStart = HtmlEntities.end(html, position, end);
                plain(HtmlEntities.decode(html, position, wordStart));
                position = wordStart;
            } else {
                position++;
                if (separates(character)) {
                    append(html, wordStart, position - 1);
                    space |= isSpace(character);
                    wordStart = position;
                }
            }
        }
        append(html, wordStart, end);
    }

    private void plain(String decoded) {
        if (decoded.length() == 1 && separates(decoded.charAt(0))) {
            space |= isSpace(decoded.charAt(0));
        } else {
            word(decoded);
        }
    }

    private static boolean separates(char character) {
        return isSpace(character)
                || character == '\u00AD'
                || character == '\u034F'
                || character == '\u200B'
                || character == '\uFEFF';
    }

    private static boolean isSpace(char character) {
        return character <= ' ' || character == '\u00A0' || character == '\u2028' || character == '\u2029';
    }

    void word(String text) {
        append(text, 0, text.length());
    }

    private void append(String text, int start, int end) {
        if (start >= end) {
            return;
        }
        if (!out.isEmpty()) {
            if (breaks > 0) {
                out.append("\n".repeat(breaks));
            } else if (space) {
                out.append(' ');
            }
        }
        breaks = 0;
        space = false;
        out.append(text, start, end);
    }

    void space() {
        space = true;
    }

    /** Adds a word to what has been said, before any space or break that was asked for since. */
    void annotate(String text) {
        boolean spaceAfter = space;
        int breaksAfter = breaks;
        space = true;
        breaks = 0;
        word(text);
        space = spaceAfter;
        breaks = breaksAfter;
    }

    /** At least so many line breaks before what comes next: one ends a line, two leave an empty line. */
    void breakLines(int count) {
        breaks = Math.max(breaks, count);
    }

    void addBreak() {
        breaks = Math.min(2, breaks + 1);
    }

    void rule() {
        breakLines(2);
        word("----");
        breakLines(2);
    }

    void item(int depth, String mark) {
        breakLines(1);
        word("  ".repeat(depth) + mark);
        space();
    }

    int length() {
        return out.length();
    }

    String since(int start) {
        return out.substring(start).strip();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
