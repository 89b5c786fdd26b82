package dev.postrider.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.StreamMessage;
import java.util.List;

/** An entry of the stream, its batch not decoded yet. */
@SuppressWarnings("ArrayRecordComponent")
record RawEntry(String id, byte[] batch) {

    static RawEntry of(StreamMessage<String, byte[]> message) {
        byte[] batch = message.getBody().get("batch");
        return new RawEntry(message.getId(), batch == null ? new byte[0] : batch);
    }

    /** From a script's answer: id, and field and value in turn. */
    static RawEntry ofReply(Object reply) {
        List<?> entry = (List<?>) reply;
        List<?> fields = (List<?>) entry.get(1);
        return new RawEntry(new String((byte[]) entry.get(0), UTF_8), (byte[]) fields.get(1));
    }
}
