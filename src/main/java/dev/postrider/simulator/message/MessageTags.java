package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Message tags by name: ASCII letters, digits, {@code _} and {@code -}, at most 256 of them. */
final class MessageTags {

    private static final CharacterRule ALLOWED = new CharacterRule(256, MessageTags::isAllowed);

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

    private static boolean isAllowed(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static void check(String part, String text) {
        if (!ALLOWED.allows(text)) {
            throw Refusal.badRequest("Invalid message tag " + part + " <" + text
                    + ">. Only alphanumeric ASCII characters, '_', and '-' are allowed, up to 256 of them.");
        }
    }
}
