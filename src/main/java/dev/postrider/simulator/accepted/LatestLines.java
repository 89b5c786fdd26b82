package dev.postrider.simulator.accepted;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The latest lines, numbered from 0 since the start; the oldest go when there are too many. */
final class LatestLines {

    private final byte[][] ring;
    private long count;

    LatestLines(int most) {
        ring = new byte[Math.max(most, 1)][];
    }

    synchronized void add(byte[] line) {
        ring[(int) (count % ring.length)] = line;
        count++;
    }

    /** A page of JSON, from the number asked for or the first one still kept. */
    synchronized byte[] page(long from, int size) {
        long start = Math.min(Math.max(from, count - ring.length), count);
        start = Math.max(start, 0);
        long end = Math.min(start + size, count);
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes("{\"from\":%d,\"next\":%d,\"total\":%d,\"messages\":["
                .formatted(start, end, count)
                .getBytes(StandardCharsets.US_ASCII));
        for (long number = start; number < end; number++) {
            if (number > start) {
                page.write(',');
            }
            page.writeBytes(ring[(int) (number % ring.length)]);
        }
        page.write(']');
        page.write('}');
        return page.toByteArray();
    }
}
