package dev.postrider.recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Checks a segment's filter node by node and turns its values into what MongoDB compares. */
final class SegmentParser {

    private static final int MAX_DEPTH = 20;
    private static final List<String> LOGICAL = List.of("$and", "$or", "$nor");
    private static final String OPTIONS = "$options";

    private int depth;

    Document filter(String path, Map<?, ?> filter) {
        if (++depth > MAX_DEPTH) {
            throw new InvalidSegment(path, "nested more than " + MAX_DEPTH + " levels deep");
        }
        Document parsed = new Document();
        filter.forEach((key, value) -> {
            String name = name(path, key);
            String place = join(path, name);
            parsed.append(name, name.startsWith("$") ? clauses(place, name, value) : field(place, name, value));
        });
        depth--;
        return parsed;
    }

    private List<Document> clauses(String path, String name, @Nullable Object value) {
        if (!LOGICAL.contains(name)) {
            throw new InvalidSegment(path, refused(name, LOGICAL));
        }
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw new InvalidSegment(path, "takes a list of filters");
        }
        List<Document> clauses = new ArrayList<>();
        for (Object clause : list) {
            String place = path + "[" + clauses.size() + "]";
            if (!(clause instanceof Map<?, ?> filter)) {
                throw new InvalidSegment(place, "is not a filter");
            }
            clauses.add(filter(place, filter));
        }
        return clauses;
    }

    private @Nullable Object field(String path, String name, @Nullable Object value) {
        SegmentField field = SegmentField.named(path, name);
        if (value instanceof Map<?, ?> map && !SegmentValue.isDaysAgo(map)) {
            return operators(path, field, map);
        }
        return SegmentValue.convert(path, field.type(), value);
    }

    private Document operators(String path, SegmentField field, Map<?, ?> operators) {
        if (operators.isEmpty()) {
            throw new InvalidSegment(path, "has no operator");
        }
        if (++depth > MAX_DEPTH) {
            throw new InvalidSegment(path, "nested more than " + MAX_DEPTH + " levels deep");
        }
        Document parsed = new Document();
        operators.forEach((key, operand) -> {
            String symbol = name(path, key);
            String place = join(path, symbol);
            parsed.append(
                    symbol,
                    symbol.equals(OPTIONS)
                            ? options(place, operators, operand)
                            : operand(place, field, symbol, operand));
        });
        depth--;
        return parsed;
    }

    private @Nullable Object operand(String path, SegmentField field, String symbol, @Nullable Object operand) {
        SegmentOperator operator = SegmentOperator.of(symbol)
                .orElseThrow(() -> new InvalidSegment(path, refused(symbol, SegmentOperator.symbols())));
        if (field.type() == SegmentField.Type.PRESENCE && operator != SegmentOperator.EXISTS) {
            throw new InvalidSegment(path, "only $exists can be asked of " + field.name());
        }
        return switch (operator.operand) {
            case VALUE -> SegmentValue.convert(path, field.type(), operand);
            case VALUES -> SegmentValue.convertAll(path, field.type(), operand);
            case FLAG -> SegmentValue.flag(path, operand);
            case LENGTH -> SegmentValue.length(path, operand);
            case PATTERN -> SegmentPattern.check(path, field, operand);
            case OPERATORS -> nested(path, field, operator, operand);
        };
    }

    private Document nested(String path, SegmentField field, SegmentOperator operator, @Nullable Object operand) {
        if (!(operand instanceof Map<?, ?> map)) {
            throw new InvalidSegment(path, "takes operators, such as {$gte: 1}");
        }
        boolean ofElements = operator == SegmentOperator.ELEM_MATCH
                && field.type() == SegmentField.Type.ANY
                && map.keySet().stream().noneMatch(key -> key instanceof String name && name.startsWith("$"));
        return ofElements ? elementFields(path, map) : operators(path, field, map);
    }

    private Document elementFields(String path, Map<?, ?> fields) {
        Document parsed = new Document();
        fields.forEach((key, value) -> {
            String name = name(path, key);
            SegmentField field = new SegmentField(name, SegmentField.Type.ANY);
            String place = join(path, name);
            parsed.append(
                    name,
                    value instanceof Map<?, ?> map && !SegmentValue.isDaysAgo(map)
                            ? operators(place, field, map)
                            : SegmentValue.convert(place, SegmentField.Type.ANY, value));
        });
        return parsed;
    }

    private static String options(String path, Map<?, ?> operators, @Nullable Object options) {
        if (!operators.containsKey(SegmentOperator.REGEX.symbol) || !"i".equals(options)) {
            throw new InvalidSegment(path, "takes \"i\", beside $regex");
        }
        return "i";
    }

    private static String name(String path, @Nullable Object key) {
        if (key instanceof String name) {
            return name;
        }
        throw new InvalidSegment(join(path, String.valueOf(key)), "a field or an operator is expected");
    }

    private static String refused(String name, List<String> allowed) {
        List<String> all =
                Stream.concat(allowed.stream(), LOGICAL.stream()).distinct().toList();
        String nearest = Suggestion.of(name, all);
        return nearest.isEmpty()
                ? "is not allowed in a segment, only " + String.join(", ", all)
                : "unknown operator" + nearest;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
