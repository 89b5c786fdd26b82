package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.HashMap;
import java.util.Map;

/** The values of template data by name; those inside of objects under their path, {@code contact.firstName}. */
final class TemplateData {

    private static final int MAX_LENGTH = 262_144;

    private TemplateData() {}

    /** Reads the present string, which holds the JSON of the data. */
    static Map<String, String> read(JsonCursor json) {
        if (json.stringLength() > MAX_LENGTH) {
            throw Refusal.badRequest(
                    "Template data must have length less than or equal to " + MAX_LENGTH + " characters.");
        }
        Map<String, String> values = new HashMap<>();
        try {
            json.embedded(data -> collect(data, "", values));
        } catch (Refusal e) {
            throw Refusal.badRequest("Invalid template data: not a JSON object.");
        }
        return values;
    }

    static Map<String, String> merge(Map<String, String> defaults, Map<String, String> own) {
        if (defaults.isEmpty()) {
            return own;
        }
        Map<String, String> merged = new HashMap<>(defaults);
        merged.putAll(own);
        return merged;
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
