package dev.postrider.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.postrider.template.RenderedText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The JSON of one request, written once into bytes that are used again. A text inside a template's data is JSON in a
 * string in JSON: both escapes are made in one pass. Not thread-safe.
 */
final class JsonBody {

    private static final int INITIAL = 64 * 1024;
    private static final int MAX_KEPT = 4 * 1024 * 1024;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PIECE = 1024;
    private static final int LENGTH_SHIFT = 7 * Byte.SIZE;

    /** What stands for an octet: at most seven bytes, the first one lowest, and their number in the highest. */
    private static final long[] ONCE = new long[256];

    private static final long[] TWICE = new long[256];

    static {
        for (int octet = 0; octet < ONCE.length; octet++) {
            ONCE[octet] = TWICE[octet] = (1L << LENGTH_SHIFT) | octet;
        }
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
        ONCE[octet] = packed(escaped);
        TWICE[octet] = packed(escaped.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private static long packed(String ascii) {
        long packed = (long) ascii.length() << LENGTH_SHIFT;
        for (int i = 0; i < ascii.length(); i++) {
            packed |= (long) ascii.charAt(i) << (i * Byte.SIZE);
        }
        return packed;
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

    /** Always writes eight bytes, of which as many count as the escape has: quicker than to look for what is plain. */
    private void escaped(RenderedText text, long[] escapes) {
        byte[] source = text.array();
        int end = text.offset() + text.length();
        for (int start = text.offset(); start < end; start += PIECE) {
            int stop = Math.min(start + PIECE, end);
            reserve((stop - start) * Long.BYTES);
            byte[] target = bytes;
            int to = length;
            for (int i = start; i < stop; i++) {
                long escape = escapes[source[i] & 0xff];
                EIGHT.set(target, to, escape);
                to += (int) (escape >>> LENGTH_SHIFT);
            }
            length = to;
        }
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
