package dev.postrider.simulator.accepted;

import dev.postrider.simulator.message.Content;
import dev.postrider.simulator.message.EmailMessage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** One accepted message as one line of JSON, newline included; all of it but the body. */
final class MessageLine {

    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private MessageLine() {}

    static byte[] of(String time, String messageId, EmailMessage message, MailboxOutcome outcome) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("time", time);
            json.writeStringProperty("messageId", messageId);
            json.writeStringProperty("from", message.from());
            writeList(json, "to", message.destination().to());
            writeList(json, "cc", message.destination().cc());
            writeList(json, "bcc", message.destination().bcc());
            writeMap(json, "tags", message.tags());
            writeMap(json, "headers", message.headers());
            if (message.configurationSet() != null) {
                json.writeStringProperty("configurationSet", message.configurationSet());
            }
            writeContent(json, message.content());
            json.writeStringProperty("outcome", outcome.label());
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void writeContent(JsonGenerator json, Content content) {
        json.writeStringProperty("subject", content.subject());
        json.writeObjectPropertyStart("sizes");
        json.writeNumberProperty("html", bytes(content.html()));
        json.writeNumberProperty("text", bytes(content.text()));
        json.writeEndObject();
        if (content.renderingFailure() != null) {
            json.writeStringProperty("renderingFailure", content.renderingFailure());
        }
    }

    /** In UTF-8, counted without making it. */
    private static int bytes(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                bytes += character < 0x800 || Character.isSurrogate(character) ? 1 : 2;
            }
        }
        return bytes;
    }

    private static void writeList(JsonGenerator json, String name, List<String> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(name);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private static void writeMap(JsonGenerator json, String name, Map<String, String> values) {
        json.writeObjectPropertyStart(name);
        values.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
