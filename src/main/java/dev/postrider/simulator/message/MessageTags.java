package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Message tags by name: ASCII letters, digits, {@code _} and {@code -}, at most 256 of them. */
final class MessageTags {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private MessageTags() {}

    static Map<String, String> read(JsonCursor json) {
        Map<String, String> tags = new LinkedHashMap<>();
        NamedValues.read(json, (name, value) -> {
            check("name", name);
            check("value", value);
            tags.put(name, value);
        });
        return tags;
    }

    private static void check(String part, String text) {
        if (!ALLOWED.matcher(text).matches()) {
            throw Refusal.badRequest("Invalid message tag " + part + " <" + text
                    + ">. Only alphanumeric ASCII characters, '_', and '-' are allowed, up to 256 of them.");
        }
    }
}
