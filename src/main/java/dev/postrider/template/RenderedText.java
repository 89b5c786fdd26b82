package dev.postrider.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Text as the UTF-8 bytes in which it travels: from the template to SES nobody needs it in another form. Immutable as
 * long as nobody changes the bytes that it is made of.
 */
public final class RenderedText {

    private final byte[] utf8;
    private final int offset;
    private final int length;

    /** Shares the array. */
    public RenderedText(byte[] utf8, int offset, int length) {
        this.utf8 = utf8;
        this.offset = offset;
        this.length = length;
    }

    public static RenderedText of(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return new RenderedText(utf8, 0, utf8.length);
    }

    /** Without white space at either end. */
    public RenderedText stripped() {
        int start = offset;
        int end = offset + length;
        while (start < end && isWhiteSpace(utf8[start])) {
            start++;
        }
        while (end > start && isWhiteSpace(utf8[end - 1])) {
            end--;
        }
        return new RenderedText(utf8, start, end - start);
    }

    private static boolean isWhiteSpace(byte octet) {
        return octet >= 0 && Character.isWhitespace(octet);
    }

    /** The array in which the bytes are, among others; not to be changed. */
    public byte[] array() {
        return utf8;
    }

    /** Where in the array the first byte is. */
    public int offset() {
        return offset;
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RenderedText text
                && Arrays.equals(utf8, offset, offset + length, text.utf8, text.offset, text.offset + text.length);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return new String(utf8, offset, length, UTF_8);
    }
}
