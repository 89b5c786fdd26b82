package dev.postrider.definition;

import dev.postrider.recipient.InvalidSegment;
import dev.postrider.recipient.Segment;
import java.util.List;
import java.util.Map;

/** The segment of a campaign's file: any keys, which the recipients' room checks. */
final class SegmentKeys {

    private SegmentKeys() {}

    /** @throws InvalidCampaign with the line of the node that cannot be used */
    static Map<String, Object> read(String file, YamlNode node) {
        if (!(node.plain() instanceof Map<?, ?> plain)) {
            throw new IllegalArgumentException("expected a filter such as {attributes.level: {$gte: 3}}, or {} for"
                    + " everybody, not " + node.kind());
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> filter = (Map<String, Object>) plain;
        try {
            Segment.of(filter);
            return filter;
        } catch (InvalidSegment e) {
            String message = String.valueOf(e.getMessage());
            throw new InvalidCampaign(file, line(node, "", message, node.line()), "segment: " + message);
        }
    }

    /** The line of the innermost node with whose path the message begins. */
    private static int line(YamlNode node, String path, String message, int outer) {
        if (!message.startsWith(path)) {
            return outer;
        }
        int line = node.line();
        if (node.value() instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String inner = path.isEmpty() ? entry.getKey().toString() : path + "." + entry.getKey();
                line = line((YamlNode) entry.getValue(), inner, message, line);
            }
        } else if (node.value() instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                line = line((YamlNode) list.get(i), path + "[" + i + "]", message, line);
            }
        }
        return line;
    }
}
