package dev.postrider.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** How often something was done, and the time that it took altogether. Thread-safe. */
public final class Spent {

    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(long times, Duration took) {
        count.add(times);
        nanos.add(took.toNanos());
    }

    public long count() {
        return count.sum();
    }

    public long nanos() {
        return nanos.sum();
    }
}
