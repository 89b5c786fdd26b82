package dev.postrider.template.engine;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;

/**
 * Collects text as UTF-8, up to a limit, so that a template cannot fill the memory. Half of a surrogate pair becomes
 * {@code ?}, as {@link String#getBytes} has it.
 */
public final class Utf8Writer extends Writer {

    private static final int MOST_OF_CHARACTER = 3;

    private final int limit;
    private final char[] piece = new char[256];
    private byte[] bytes;
    private int length;
    private char high;

    /** @param limit most bytes */
    public Utf8Writer(int expected, int limit) {
        this.bytes = new byte[expected];
        this.limit = limit;
    }

    @Override
    public void write(String text, int offset, int count) throws IOException {
        for (int start = offset; start < offset + count; start += piece.length) {
            int end = Math.min(start + piece.length, offset + count);
            text.getChars(start, end, piece, 0);
            write(piece, 0, end - start);
        }
    }

    @Override
    public void write(int character) throws IOException {
        piece[0] = (char) character;
        write(piece, 0, 1);
    }

    @Override
    public void write(char[] characters, int offset, int count) throws IOException {
        reserve(count);
        int end = offset + count;
        int next = high == 0 ? ascii(characters, offset, end) : offset;
        while (next < end) {
            other(characters[next]);
            next = high == 0 ? ascii(characters, next + 1, end) : next + 1;
        }
        if (length > limit) {
            throw new OutputTooLarge(limit);
        }
    }

    private void reserve(int count) throws IOException {
        if (length + count > limit) {
            throw new OutputTooLarge(limit);
        }
        int needed = length + count * MOST_OF_CHARACTER + MOST_OF_CHARACTER;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }

    /** Writes up to the first character that is none, and returns its index: nearly all are, so this has to be quick. */
    private int ascii(char[] characters, int start, int end) {
        byte[] target = bytes;
        int to = length - start;
        int next = start;
        while (next < end && characters[next] < 0x80) {
            target[to + next] = (byte) characters[next];
            next++;
        }
        length = to + next;
        return next;
    }

    private void other(char character) {
        if (high != 0) {
            char first = high;
            high = 0;
            if (Character.isLowSurrogate(character)) {
                supplementary(Character.toCodePoint(first, character));
                return;
            }
            put('?');
        }
        if (character < 0x80) {
            put(character);
        } else if (character < 0x800) {
            put(0xc0 + (character >> 6));
            put(continuation(character));
        } else if (Character.isHighSurrogate(character)) {
            high = character;
        } else if (Character.isLowSurrogate(character)) {
            put('?');
        } else {
            put(0xe0 + (character >> 12));
            put(continuation(character >> 6));
            put(continuation(character));
        }
    }

    private void supplementary(int codePoint) {
        put(0xf0 + (codePoint >> 18));
        put(continuation(codePoint >> 12));
        put(continuation(codePoint >> 6));
        put(continuation(codePoint));
    }

    private static int continuation(int bits) {
        return 0x80 + (bits & 0x3f);
    }

    private void put(int octet) {
        bytes[length++] = (byte) octet;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** The array with what was written, of which the first {@link #length} bytes count; not written to any more. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        if (high != 0) {
            high = 0;
            put('?');
        }
        return length;
    }

    public static final class OutputTooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private final int limit;

        OutputTooLarge(int limit) {
            super("output is too large");
            this.limit = limit;
        }

        public String reason() {
            return "the output has more than " + limit + " bytes";
        }
    }
}
