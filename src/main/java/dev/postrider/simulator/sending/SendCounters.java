package dev.postrider.simulator.sending;

import dev.postrider.simulator.http.Refusal;
import java.util.concurrent.atomic.LongAdder;

/** Recipients accepted, refused and throttled since the start. */
public final class SendCounters {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder throttled = new LongAdder();

    void accepted(int recipients) {
        accepted.add(recipients);
    }

    void refused(Refusal refusal, int recipients) {
        (refusal.status() == 429 ? throttled : refused).add(recipients);
    }

    public long accepted() {
        return accepted.sum();
    }

    public long refused() {
        return refused.sum();
    }

    public long throttled() {
        return throttled.sum();
    }
}
