package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Walks once through a JSON document, without a tree. Each method starts at the present value and leaves it read. */
final class JsonCursor {

    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(64 << 20).build())
            .build();

    private final JsonParser parser;

    private JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads a whole document, which must be one object. What is no JSON, or of wrong types, is a Refusal. */
    static void read(byte[] bytes, int offset, int length, Consumer<JsonCursor> document) {
        read(() -> JSON.createParser(ObjectReadContext.empty(), bytes, offset, length), document);
    }

    private static void read(Supplier<JsonParser> open, Consumer<JsonCursor> document) {
        try (JsonParser parser = open.get()) {
            parser.nextToken();
            document.accept(new JsonCursor(parser));
            if (parser.nextToken() != null) {
                throw malformed();
            }
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    /** Calls back for each field whose value is not null; the callback must read or skip the value. */
    void fields(Consumer<String> field) {
        expect(JsonToken.START_OBJECT);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                field.accept(name);
            }
        }
    }

    /** Calls back for each element, which the callback must read or skip. */
    void elements(Runnable element) {
        expect(JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    String string() {
        expect(JsonToken.VALUE_STRING);
        return parser.getString();
    }

    List<String> strings() {
        List<String> strings = new ArrayList<>(1);
        elements(() -> strings.add(string()));
        return strings;
    }

    /** Reads the present string as a document of its own. */
    void embedded(Consumer<JsonCursor> document) {
        expect(JsonToken.VALUE_STRING);
        char[] text = parser.getStringCharacters();
        int offset = parser.getStringOffset();
        read(() -> JSON.createParser(ObjectReadContext.empty(), text, offset, parser.getStringLength()), document);
    }

    int stringLength() {
        expect(JsonToken.VALUE_STRING);
        return parser.getStringLength();
    }

    byte[] base64() {
        expect(JsonToken.VALUE_STRING);
        return parser.getBinaryValue();
    }

    /** The present scalar as text, whatever its type. */
    String scalar() {
        return parser.getString();
    }

    boolean atObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean atArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    void skip() {
        parser.skipChildren();
    }

    private void expect(JsonToken token) {
        if (parser.currentToken() != token) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return new Refusal(
                400, "SerializationException", "Unable to parse the request body as JSON of the expected shape");
    }
}
