package dev.postrider.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.postrider.template.RenderedText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of one request, written once into bytes that are used again. A text inside a template's data is JSON in a
 * string in JSON: both escapes are made in one pass. Not thread-safe.
 */
final class JsonBody {

    private static final int INITIAL = 64 * 1024;
    private static final int MAX_KEPT = 4 * 1024 * 1024;
    private static final byte[][] ONCE = new byte[256][];
    private static final byte[][] TWICE = new byte[256][];

    static {
        for (int control = 0; control < ' '; control++) {
            escape(control, String.format("\\u%04x", control));
        }
        escape('\n', "\\n");
        escape('\r', "\\r");
        escape('\t', "\\t");
        escape('"', "\\\"");
        escape('\\', "\\\\");
    }

    private byte[] bytes = new byte[INITIAL];
    private int length;

    private static void escape(int octet, String escaped) {
        ONCE[octet] = escaped.getBytes(ISO_8859_1);
        TWICE[octet] = escaped.replace("\\", "\\\\").replace("\"", "\\\"").getBytes(ISO_8859_1);
    }

    /** Starts anew; the room that a huge message took is given back. */
    void clear() {
        if (bytes.length > MAX_KEPT) {
            bytes = new byte[INITIAL];
        }
        length = 0;
    }

    /** Writes JSON as it is; ASCII only. */
    JsonBody raw(String json) {
        byte[] ascii = json.getBytes(ISO_8859_1);
        reserve(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
        return this;
    }

    /** Writes a string with its quotes. */
    JsonBody string(String text) {
        return string(RenderedText.of(text));
    }

    JsonBody string(RenderedText text) {
        raw("\"");
        escaped(text, ONCE);
        return raw("\"");
    }

    /** Writes a field of a JSON object inside a string, after {@code separator}. */
    JsonBody nested(String separator, String name, RenderedText text) {
        raw(separator).raw("\\\"").raw(name).raw("\\\":\\\"");
        escaped(text, TWICE);
        return raw("\\\"");
    }

    private void escaped(RenderedText text, byte[][] escapes) {
        byte[] source = text.array();
        int end = text.offset() + text.length();
        int run = text.offset();
        reserve(text.length() * 2);
        for (int i = run; i < end; i++) {
            byte @Nullable [] escape = escapes[source[i] & 0xff];
            if (escape != null) {
                copy(source, run, i - run);
                copy(escape, 0, escape.length);
                run = i + 1;
            }
        }
        copy(source, run, end - run);
    }

    private void copy(byte[] from, int start, int count) {
        reserve(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    int length() {
        return length;
    }

    /** Takes back what was written after the body had this length. */
    void truncate(int earlier) {
        length = earlier;
    }

    byte[] bytes() {
        return bytes;
    }
}
