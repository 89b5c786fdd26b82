package dev.postrider.ledger;

import java.util.concurrent.atomic.LongAdder;

/** What this process has done for a run since it started; thread-safe. For progress only: the ledger is the authority. */
public final class Tally {

    private final LongAdder rendered = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder skipped = new LongAdder();

    /** Recipients whose message was rendered and queued. */
    public void rendered(long count) {
        rendered.add(count);
    }

    void skipped(long count) {
        skipped.add(count);
    }

    void count(DeliveryState state) {
        switch (state) {
            case SENT -> sent.increment();
            case REJECTED -> rejected.increment();
            case UNKNOWN -> unknown.increment();
            default -> throw new IllegalArgumentException(state + " is not an outcome");
        }
    }

    public long rendered() {
        return rendered.sum();
    }

    public long sent() {
        return sent.sum();
    }

    public long skipped() {
        return skipped.sum();
    }

    /** Recipients who have an outcome or were skipped. */
    public long settled() {
        return sent.sum() + rejected.sum() + unknown.sum() + skipped.sum();
    }
}
