package dev.postrider.cli.recipient;

import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recipients as people and scripts read them: by the names that segments use. */
final class RecipientText {

    private RecipientText() {}

    /** Without what is not known. */
    static Map<String, Object> fields(Recipient recipient) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", recipient.id().value());
        fields.put("email", recipient.email());
        put(fields, "firstName", recipient.firstName());
        put(fields, "lastName", recipient.lastName());
        put(fields, "locale", recipient.locale());
        put(fields, "timeZone", recipient.timeZone());
        put(fields, "signedUpAt", recipient.signedUpAt());
        put(fields, "lastActiveAt", recipient.lastActiveAt());
        fields.put("subscription", recipient.subscription());
        put(fields, "inactivityStage", recipient.inactivityStage());
        fields.put(
                "friends", recipient.friends().stream().map(RecipientId::value).toList());
        fields.put("attributes", recipient.attributes());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    static void print(Map<String, Object> fields, Terminal terminal) {
        Facts facts = new Facts();
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?> attributes) {
                attributes.forEach((attribute, content) -> facts.add(name + "." + attribute, content));
            } else {
                facts.add(name, value);
            }
        });
        facts.print(terminal);
    }
}
