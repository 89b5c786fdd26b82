package dev.postrider.simulator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Small bodies as SES writes them: records whose fields are named in upper camel case. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    public static Answer answer(Object value) {
        return Answer.ok(MAPPER.writeValueAsBytes(value));
    }

    public static Answer answer(Refusal refusal) {
        byte[] body = MAPPER.writeValueAsBytes(Map.of("message", refusal.getMessage()));
        return Answer.error(refusal.status(), refusal.code(), body);
    }

    public static Answer empty() {
        return Answer.ok("{}");
    }

    /** @throws Refusal when the body does not have this form */
    public static <T> T read(Request request, Class<T> type) {
        Request.Body body = request.body();
        try {
            T value = MAPPER.readValue(body.bytes(), body.offset(), body.length(), type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Refusal unreadable() {
        return new Refusal(400, "SerializationException", "Unable to parse the request body");
    }
}
