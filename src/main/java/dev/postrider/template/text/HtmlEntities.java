package dev.postrider.template.text;

import org.jsoup.nodes.Entities;

/** Character references of HTML. Those that nobody knows stay as they are. */
final class HtmlEntities {

    private static final int LONGEST = 32;

    private HtmlEntities() {}

    static String decode(String html) {
        int start = html.indexOf('&');
        if (start < 0) {
            return html;
        }
        StringBuilder decoded = new StringBuilder(html.length());
        int position = 0;
        while (start >= 0) {
            int end = end(html, start, html.length());
            decoded.append(html, position, start).append(decode(html, start, end));
            position = end;
            start = html.indexOf('&', position);
        }
        return decoded.append(html, position, html.length()).toString();
    }

    /** The offset behind the reference that starts at an ampersand, or behind the ampersand when it is none. */
    static int end(String html, int ampersand, int limit) {
        int last = Math.min(limit, ampersand + LONGEST);
        for (int i = ampersand + 1; i < last; i++) {
            char character = html.charAt(i);
            if (character == ';') {
                return i + 1;
            } else if (character != '#' && !Character.isLetterOrDigit(character)) {
                break;
            }
        }
        return ampersand + 1;
    }

    /** What the reference from the ampersand to an offset found by {@link #end} stands for. */
    static String decode(String html, int ampersand, int end) {
        if (end == ampersand + 1) {
            return "&";
        }
        String name = html.substring(ampersand + 1, end - 1);
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "#39" -> "'";
            case "nbsp" -> "\u00A0";
            default -> {
                String decoded = name.startsWith("#") ? numeric(name.substring(1)) : Entities.getByName(name);
                yield decoded.isEmpty() ? html.substring(ampersand, end) : decoded;
            }
        };
    }

    private static String numeric(String number) {
        try {
            boolean hexadecimal = number.startsWith("x") || number.startsWith("X");
            int codePoint = hexadecimal ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return Character.isValidCodePoint(codePoint) && codePoint > 0 ? Character.toString(codePoint) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
