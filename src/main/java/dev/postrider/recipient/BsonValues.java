package dev.postrider.recipient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Reads free values as {@link Recipient#attributes} has them. */
final class BsonValues {

    private BsonValues() {}

    /** The document the reader is at; values that are null are absent. */
    static Map<String, Object> document(BsonReader reader) {
        Map<String, Object> values = new LinkedHashMap<>();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = reader.readName();
            Object value = value(reader);
            if (value != null) {
                values.put(name, value);
            }
        }
        reader.readEndDocument();
        return values;
    }

    /** The array the reader is at; values that are null are left out. */
    static List<Object> array(BsonReader reader) {
        List<Object> values = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            Object value = value(reader);
            if (value != null) {
                values.add(value);
            }
        }
        reader.readEndArray();
        return values;
    }

    private static @Nullable Object value(BsonReader reader) {
        return switch (reader.getCurrentBsonType()) {
            case STRING -> reader.readString();
            case INT32 -> reader.readInt32();
            case INT64 -> reader.readInt64();
            case DOUBLE -> reader.readDouble();
            case BOOLEAN -> reader.readBoolean();
            case DATE_TIME -> Instant.ofEpochMilli(reader.readDateTime());
            case DECIMAL128 -> reader.readDecimal128().bigDecimalValue();
            case OBJECT_ID -> reader.readObjectId().toHexString();
            case DOCUMENT -> document(reader);
            case ARRAY -> array(reader);
            default -> absent(reader);
        };
    }

    private static @Nullable Object absent(BsonReader reader) {
        reader.skipValue();
        return null;
    }
}
