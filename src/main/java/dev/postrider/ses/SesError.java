package dev.postrider.ses;

import dev.postrider.recipient.Scrubbed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How SES said no.
 *
 * @param status of HTTP; 200 for one message in a bulk request
 * @param code the exception's name, or the status of one message in a bulk request
 * @param text SES's own, in which addresses may stand
 */
record SesError(int status, @Nullable String code, String text) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static SesError of(SesAnswer.Answered answer) {
        JsonNode body = parse(answer.body());
        String code = answer.errorCode();
        if (code == null) {
            code = first(body, "__type", "code");
        }
        String text = first(body, "message", "Message", "errorMessage");
        return new SesError(
                answer.status(),
                code == null ? null : code.substring(code.lastIndexOf('#') + 1),
                text == null ? "" : text);
    }

    private static JsonNode parse(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            return MAPPER.createObjectNode();
        }
    }

    private static @Nullable String first(JsonNode body, String... names) {
        for (String name : names) {
            JsonNode value = body.get(name);
            if (value != null && value.isString()) {
                return value.stringValue();
            }
        }
        return null;
    }

    /** One line without anybody's address but the sender's. */
    String shown(String sender) {
        String name = code == null ? "HTTP " + status : code;
        return text.isBlank() ? name : name + ": " + Scrubbed.text(text, sender);
    }
}
