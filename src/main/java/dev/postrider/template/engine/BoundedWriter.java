package dev.postrider.template.engine;

import java.io.IOException;
import java.io.Writer;

/** Collects characters up to a limit, so that a template cannot fill the memory. */
public final class BoundedWriter extends Writer {

    private final StringBuilder buffer;
    private final int limit;

    public BoundedWriter(int expected, int limit) {
        this.buffer = new StringBuilder(expected);
        this.limit = limit;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        ensureRoom(length);
        buffer.append(characters, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        ensureRoom(length);
        buffer.append(text, offset, offset + length);
    }

    @Override
    public void write(String text) throws IOException {
        ensureRoom(text.length());
        buffer.append(text);
    }

    @Override
    public void write(int character) throws IOException {
        ensureRoom(1);
        buffer.append((char) character);
    }

    private void ensureRoom(int length) throws IOException {
        if (buffer.length() + length > limit) {
            throw new OutputTooLarge(limit);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** What has been written, without white space around it. */
    public String stripped() {
        int start = 0;
        int end = buffer.length();
        while (start < end && Character.isWhitespace(buffer.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(buffer.charAt(end - 1))) {
            end--;
        }
        return buffer.substring(start, end);
    }

    public static final class OutputTooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private final int limit;

        OutputTooLarge(int limit) {
            super("output is too large");
            this.limit = limit;
        }

        public String reason() {
            return "the output has more than " + limit + " characters";
        }
    }
}
