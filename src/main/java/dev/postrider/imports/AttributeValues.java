package dev.postrider.imports;

import dev.postrider.imports.source.InvalidRow;
import dev.postrider.imports.source.KnownColumns;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Attributes in the types that MongoDB keeps. */
final class AttributeValues {

    private AttributeValues() {}

    static Object stored(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return document(name, map);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(element -> element != null)
                    .map(element -> stored(name, element))
                    .toList();
        }
        if (value instanceof BigInteger || (value instanceof Double number && !Double.isFinite(number))) {
            throw new InvalidRow(name + " is a number too large to be kept");
        }
        return value;
    }

    private static Document document(String name, Map<?, ?> map) {
        Document document = new Document();
        map.forEach((key, value) -> {
            if (value != null) {
                document.append(KnownColumns.attribute((String) key), stored(name, value));
            }
        });
        return document;
    }
}
