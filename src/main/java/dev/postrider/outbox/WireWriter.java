package dev.postrider.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.zip.Deflater;

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
        number(bytes.length);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, array, length, bytes.length);
        length += bytes.length;
    }

    void deflated(Deflater deflater) {
        reserve(1);
        length += deflater.deflate(array, length, array.length - length);
    }

    private void reserve(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
        }
    }

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(array, length);
    }
}
