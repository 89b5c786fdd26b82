package dev.postrider.schema;

import java.util.List;
import org.bson.Document;

/** An index that a room declares, as a bean, because it looks documents up by more than {@code _id}. */
public record NeededIndex(String collection, List<String> fields) {

    /** Ascending in each of the fields, which serves the opposite order as well. */
    public static NeededIndex on(String collection, String... fields) {
        return new NeededIndex(collection, List.of(fields));
    }

    Document keys() {
        Document keys = new Document();
        fields.forEach(field -> keys.append(field, 1));
        return keys;
    }

    /** Whether one that {@code listIndexes} describes is of these keys in this order, whatever its name is. */
    boolean servedBy(Document index) {
        // Documents of another order are equal.
        return keys().toJson().equals(index.get("key", Document.class).toJson());
    }
}
