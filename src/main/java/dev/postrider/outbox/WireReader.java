package dev.postrider.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postrider.template.RenderedText;

/** Reads what {@link WireWriter} wrote, and refuses to read past the end. */
final class WireReader {

    private final byte[] array;
    private int position;

    WireReader(byte[] array) {
        this.array = array;
    }

    int octet() {
        if (position >= array.length) {
            throw new UnreadableBatch("damaged batch: it ends early");
        }
        return array[position++] & 0xff;
    }

    int number() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return nonNegative(value);
            }
        }
        throw new UnreadableBatch("damaged batch: a number without an end");
    }

    private static int nonNegative(int value) {
        if (value < 0) {
            throw new UnreadableBatch("damaged batch: a negative length");
        }
        return value;
    }

    String text() {
        int length = number();
        return new String(array, skip(length), length, UTF_8);
    }

    /** Shares the array. */
    RenderedText rendered() {
        int length = number();
        return new RenderedText(array, skip(length), length);
    }

    private int skip(int length) {
        if (length > array.length - position) {
            throw new UnreadableBatch("damaged batch: it ends early");
        }
        int start = position;
        position += length;
        return start;
    }

    int position() {
        return position;
    }
}
