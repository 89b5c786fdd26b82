package dev.postrider.definition;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of one mapping in a campaign's file. Whatever is wrong becomes an {@link InvalidCampaign} with its line. */
final class Keys {

    private final String file;
    private final String path;
    private final int line;
    private final Map<?, ?> nodes;

    private Keys(String file, String path, int line, Map<?, ?> nodes) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.nodes = nodes;
    }

    /** @param known all keys that there may be */
    static Keys of(String file, String path, YamlNode node, List<String> known) {
        if (!(node.value() instanceof Map<?, ?> nodes)) {
            String place = path.isEmpty() ? "" : path + ": ";
            throw new InvalidCampaign(
                    file,
                    node.line(),
                    place + "expected the keys " + String.join(", ", known) + ", not " + node.kind());
        }
        nodes.forEach((key, value) -> {
            if (!known.contains(key)) {
                String name = path.isEmpty() ? key.toString() : path + "." + key;
                throw new InvalidCampaign(
                        file,
                        ((YamlNode) value).line(),
                        "unknown key '" + name + "'" + Nearest.question(key.toString(), known));
            }
        });
        return new Keys(file, path, node.line(), nodes);
    }

    /** @param convert throws IllegalArgumentException with the cause */
    <T> T required(String key, Function<YamlNode, T> convert) {
        T value = optional(key, convert);
        if (value == null) {
            throw new InvalidCampaign(file, line, "the key '" + name(key) + "' is missing");
        }
        return value;
    }

    <T> @Nullable T optional(String key, Function<YamlNode, T> convert) {
        if (!(nodes.get(key) instanceof YamlNode node)) {
            return null;
        }
        if (node.value() == null) {
            throw new InvalidCampaign(file, node.line(), "the key '" + name(key) + "' has no value");
        }
        try {
            return convert.apply(node);
        } catch (IllegalArgumentException e) {
            throw new InvalidCampaign(file, node.line(), name(key) + ": " + e.getMessage());
        }
    }

    /** The keys below a key; null when it is absent. */
    <T> @Nullable T nested(String key, List<String> known, Function<Keys, T> read) {
        return optional(key, node -> read.apply(of(file, name(key), node, known)));
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
