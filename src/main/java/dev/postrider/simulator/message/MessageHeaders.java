package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Custom headers by name, whose case does not matter, under the limits of SES. */
final class MessageHeaders {

    private static final int MAX_HEADERS = 15;
    private static final int MAX_TOGETHER = 996;
    private static final CharacterRule NAME = new CharacterRule(126, c -> c > ' ' && c <= '~' && c != ':');
    private static final CharacterRule VALUE = new CharacterRule(995, c -> c >= ' ' && c <= '~');
    private static final Set<String> SET_BY_SES = Set.of(
            "bcc",
            "cc",
            "content-disposition",
            "content-type",
            "date",
            "from",
            "message-id",
            "mime-version",
            "reply-to",
            "return-path",
            "subject",
            "to");

    private MessageHeaders() {}

    static Map<String, String> read(JsonCursor json) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        NamedValues.read(json, (name, value) -> {
            check(name, value);
            headers.put(name, value);
        });
        if (headers.size() > MAX_HEADERS) {
            throw Refusal.badRequest("The number of headers exceeds " + MAX_HEADERS + ".");
        }
        return headers;
    }

    /** The headers of one entry: those of its own over the defaults of the same name. */
    static Map<String, String> merge(Map<String, String> defaults, Map<String, String> own) {
        if (defaults.isEmpty()) {
            return own;
        }
        Map<String, String> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        merged.putAll(defaults);
        merged.putAll(own);
        return merged;
    }

    private static void check(String name, String value) {
        if (!NAME.allows(name)) {
            throw Refusal.badRequest("Invalid header name <" + name + ">.");
        }
        if (!VALUE.allows(value) || name.length() + value.length() > MAX_TOGETHER) {
            throw Refusal.badRequest("Invalid value of header <" + name + ">.");
        }
        if (SET_BY_SES.contains(name.toLowerCase(Locale.ROOT))) {
            throw Refusal.badRequest("Header <" + name + "> is not allowed as a custom header.");
        }
    }
}
