package dev.postrider.imports.source;

import dev.postrider.recipient.RecipientFields;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a file with one JSON object a line. A null takes the recipient's value away. */
final class JsonRows implements SourceRows {

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final SourceLines lines;
    private final Map<String, ValueType> types;

    JsonRows(SourceLines lines, Map<String, ValueType> types) {
        this.lines = lines;
        this.types = types;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        Line line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        if (line.fault() != null) {
            return SourceRow.broken(line, line.fault());
        }
        try {
            return row(line, mapper.readValue(line.text(), OBJECT));
        } catch (JacksonException e) {
            return SourceRow.broken(
                    line,
                    "not a JSON object: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (InvalidRow e) {
            return SourceRow.broken(line, e.reason());
        }
    }

    private SourceRow row(Line line, @Nullable Map<String, @Nullable Object> object) {
        if (object == null) {
            throw new InvalidRow("not a JSON object");
        }
        Map<String, @Nullable Object> fields = new HashMap<>();
        Map<String, @Nullable Object> attributes = new HashMap<>();
        object.forEach((name, value) -> {
            if (KnownColumns.contains(name)) {
                fields.put(name, value);
            } else if (name.equals(RecipientFields.ATTRIBUTES) && value instanceof Map<?, ?> nested) {
                nested.forEach((key, each) -> putAttribute(attributes, (String) key, each));
            } else {
                putAttribute(attributes, name, value);
            }
        });
        return new SourceRow(line.number(), line.text(), fields, attributes, null);
    }

    private void putAttribute(Map<String, @Nullable Object> attributes, String name, @Nullable Object value) {
        Object typed =
                value instanceof String text && types.get(name) == ValueType.DATE ? ValueType.DATE.parse(text) : value;
        attributes.put(KnownColumns.attribute(name), typed);
    }

    @Override
    public LinePosition position() {
        return lines.position();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
