package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.HashMap;
import java.util.Map;

/** The values of template data by name; those inside of objects under their path, {@code contact.firstName}. */
final class TemplateData {

    private static final int MAX_LENGTH = 262_144;

    private TemplateData() {}

    static Map<String, String> values(Map<String, String> defaults, String json) {
        if (json.isEmpty()) {
            return defaults;
        }
        Map<String, String> values = new HashMap<>(defaults);
        try {
            JsonCursor.read(json, cursor -> collect(cursor, "", values));
        } catch (Refusal e) {
            throw Refusal.badRequest("Invalid template data: not a JSON object.");
        }
        return values;
    }

    static String checked(String json) {
        if (json.length() > MAX_LENGTH) {
            throw Refusal.badRequest(
                    "Template data must have length less than or equal to " + MAX_LENGTH + " characters.");
        }
        return json;
    }

    private static void collect(JsonCursor json, String path, Map<String, String> values) {
        json.fields(name -> {
            if (json.atObject()) {
                collect(json, path + name + ".", values);
            } else if (json.atArray()) {
                json.skip();
            } else {
                values.put(path + name, json.scalar());
            }
        });
    }
}
