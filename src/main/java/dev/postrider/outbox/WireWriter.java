package dev.postrider.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import dev.postrider.template.RenderedText;
import java.util.Arrays;

/** A byte array that grows while numbers and texts are written to it. */
final class WireWriter {

    private byte[] array;
    private int length;

    WireWriter(int capacity) {
        array = new byte[capacity];
    }

    void octet(byte value) {
        reserve(1);
        array[length++] = value;
    }

    void number(int value) {
        reserve(5);
        int rest = value;
        while (rest >>> 7 != 0) {
            array[length++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        array[length++] = (byte) rest;
    }

    void text(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        bytes(bytes, 0, bytes.length);
    }

    void rendered(RenderedText value) {
        bytes(value.array(), value.offset(), value.length());
    }

    private void bytes(byte[] source, int offset, int count) {
        number(count);
        reserve(count);
        System.arraycopy(source, offset, array, length, count);
        length += count;
    }

    void compressed(WireWriter body, int level) {
        reserve(Math.toIntExact(Zstd.compressBound(body.length)));
        length += Math.toIntExact(
                Zstd.compressByteArray(array, length, array.length - length, body.array, 0, body.length, level));
    }

    private void reserve(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
        }
    }

    int length() {
        return length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(array, length);
    }
}
