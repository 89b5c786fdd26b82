package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A MIME message, read as far as the simulator needs it: its headers, and the body as one part. */
record RawMessage(Map<String, String> headers, String body) {

    private static final Pattern COMMA_BETWEEN_ADDRESSES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    static RawMessage read(JsonCursor json) {
        byte[][] data = {new byte[0]};
        json.fields(name -> {
            if ("Data".equals(name)) {
                data[0] = base64(json);
            } else {
                json.skip();
            }
        });
        return parse(new String(data[0], StandardCharsets.UTF_8));
    }

    private static byte[] base64(JsonCursor json) {
        try {
            return json.base64();
        } catch (JacksonException e) {
            throw new Refusal(400, "SerializationException", "Raw.Data is not base64.");
        }
    }

    static RawMessage parse(String message) {
        String[] parts = message.split("\\r?\\n\\r?\\n", 2);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : parts[0].replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n", -1)) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw Refusal.badRequest("Invalid header in the raw message.");
            }
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new RawMessage(headers, parts.length == 2 ? parts[1] : "");
    }

    Content content() {
        boolean html = headers.getOrDefault("Content-Type", "text/plain").startsWith("text/html");
        return Content.of(headers.getOrDefault("Subject", ""), html ? body : "", html ? "" : body);
    }

    @Nullable
    String from() {
        return headers.get("From");
    }

    Destination destination() {
        return new Destination(addresses("To"), addresses("Cc"), addresses("Bcc"));
    }

    private List<String> addresses(String header) {
        String value = headers.get(header);
        return value == null
                ? List.of()
                : Arrays.stream(COMMA_BETWEEN_ADDRESSES.split(value, -1))
                        .map(String::strip)
                        .toList();
    }
}
