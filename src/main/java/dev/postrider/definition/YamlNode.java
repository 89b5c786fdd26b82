package dev.postrider.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a YAML text.
 *
 * @param line where it begins; of a value in a mapping, where its key is
 * @param value a text, a number, a truth value, null, a {@code List<YamlNode>} or a {@code Map<String, YamlNode>}
 */
record YamlNode(int line, @Nullable Object value) {

    /** The value without lines. */
    @Nullable
    Object plain() {
        if (value instanceof Map<?, ?> mapping) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            mapping.forEach((key, node) -> plain.put((String) key, ((YamlNode) node).plain()));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(node -> ((YamlNode) node).plain()).toList();
        }
        return value;
    }

    /** For messages. */
    String kind() {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Map) {
            return "keys";
        }
        return value instanceof List ? "a list" : "'" + value + "'";
    }
}
