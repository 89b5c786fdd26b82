package dev.postrider.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Models that differ from a sample in one value each, so that every branch of a template is tried: left out, a flag
 * turned, a number zero, a list empty.
 */
final class SampleVariants {

    private static final Set<String> ALWAYS_THERE =
            Set.of("id", "email", "recipient", "attributes", "friends", "campaign", "slot", "unsubscribeUrl", "name");

    private SampleVariants() {}

    static void forEach(Map<String, Object> sample, Consumer<Map<String, Object>> each) {
        sample.forEach((key, value) -> {
            Consumer<Object> replace = replacement -> each.accept(with(sample, key, replacement));
            if (!ALWAYS_THERE.contains(key)) {
                each.accept(without(sample, key));
            }
            vary(value, replace);
        });
    }

    @SuppressWarnings("unchecked")
    private static void vary(Object value, Consumer<Object> replace) {
        if (value instanceof Map<?, ?> map) {
            forEach((Map<String, Object>) map, replace::accept);
        } else if (value instanceof List<?> list) {
            replace.accept(List.of());
            for (int i = 0; i < list.size(); i++) {
                int index = i;
                vary(list.get(index), replacement -> replace.accept(with(list, index, replacement)));
            }
        } else if (value instanceof Boolean flag) {
            replace.accept(!flag);
        } else if (value instanceof Number) {
            replace.accept(0);
        }
    }

    private static Map<String, Object> without(Map<String, Object> map, String key) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        copy.remove(key);
        return copy;
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private static List<Object> with(List<?> list, int index, Object value) {
        List<Object> copy = new ArrayList<>(list);
        copy.set(index, value);
        return copy;
    }

    /** What a template gets for a recipient of whom nothing but id and address is known. */
    static Map<String, Object> bare(Map<String, Object> sample) {
        Map<String, Object> bare = new LinkedHashMap<>(sample);
        bare.put("recipient", Map.of("id", "1", "email", "success@simulator.amazonses.com"));
        bare.put("attributes", Map.of());
        bare.put("friends", List.of());
        return bare;
    }
}
