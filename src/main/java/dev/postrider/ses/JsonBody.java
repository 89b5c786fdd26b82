package dev.postrider.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.postrider.template.RenderedText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of one request, written once into bytes that are used again. A text inside a template's data is JSON in a
 * string in JSON: both escapes are made in one pass. Not thread-safe.
 */
final class JsonBody {

    private static final int INITIAL = 64 * 1024;
    private static final int MAX_KEPT = 4 * 1024 * 1024;
    private static final int LONGEST_ESCAPE = 7;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long SPACES = 0x2020202020202020L;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
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

    /** Eight bytes at a time: between the escapes of HTML there are few dozen bytes, too few to be copied as arrays. */
    private void escaped(RenderedText text, byte[][] escapes) {
        byte[] source = text.array();
        int end = text.offset() + text.length();
        int next = text.offset();
        while (next + Long.BYTES <= end) {
            long octets = (long) EIGHT.get(source, next);
            reserve(Long.BYTES);
            if (hasSpecial(octets)) {
                escaped(source, next, next + Long.BYTES, escapes);
            } else {
                EIGHT.set(bytes, length, octets);
                length += Long.BYTES;
            }
            next += Long.BYTES;
        }
        escaped(source, next, end, escapes);
    }

    /** Whether one of the bytes is a control character, a quote or a backslash. */
    private static boolean hasSpecial(long octets) {
        return ((below(octets, SPACES) | below(octets ^ QUOTES, ONES) | below(octets ^ BACKSLASHES, ONES))
                        & HIGHEST_BITS)
                != 0;
    }

    /** The highest bit of the lowest byte that is less than the bound's is set, if there is one; bounds up to 128. */
    private static long below(long octets, long bounds) {
        return (octets - bounds) & ~octets;
    }

    private void escaped(byte[] source, int start, int end, byte[][] escapes) {
        reserve((end - start) * LONGEST_ESCAPE);
        for (int i = start; i < end; i++) {
            byte @Nullable [] escape = escapes[source[i] & 0xff];
            if (escape == null) {
                bytes[length++] = source[i];
            } else {
                System.arraycopy(escape, 0, bytes, length, escape.length);
                length += escape.length;
            }
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
