package dev.postrider.node;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** A point in time until which several things are waited for, one after the other. */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Waits for the end of what it does; false when it has not ended in time. */
    boolean awaitEnd(ExecutorService threads) throws InterruptedException {
        return threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
}
