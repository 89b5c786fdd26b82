package dev.postrider.loadtest;

import java.util.Locale;

/** The messages that the threads would have in hand do not fit into memory. */
public class HeapTooSmall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final long PROGRAM = 64_000_000;

    /** A message is in memory as text, as JSON and on its way out, and some of it as garbage. */
    private static final int COPIES = 9;

    private HeapTooSmall(String message) {
        super(message);
    }

    /**
     * Checks before anything is sent.
     *
     * @param heap bytes
     */
    static void check(int threads, int perRequest, int size, long heap) {
        long inHand = (long) perRequest * size;
        long needed = PROGRAM + inHand * threads * COPIES;
        if (needed > heap) {
            throw new HeapTooSmall(String.format(
                    Locale.ROOT,
                    "%d threads with %,d bytes of mail in hand each take up to %,d MB of memory, and there are %,d:"
                            + " fewer --threads, a smaller --size, or POSTRIDER_JAVA_OPTS=-Xmx%dm",
                    threads,
                    inHand,
                    needed / 1_000_000,
                    heap / 1_000_000,
                    needed / 900_000));
        }
    }
}
