package dev.postrider.simulator;

import dev.postrider.simulator.http.Refusal;
import java.util.concurrent.atomic.LongAdder;

/** Recipients accepted, refused and throttled since the start. */
final class SendCounters {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder throttled = new LongAdder();

    void accepted(int recipients) {
        accepted.add(recipients);
    }

    void refused(Refusal refusal, int recipients) {
        (refusal.status() == 429 ? throttled : refused).add(recipients);
    }

    SimulatorStats stats(long mostInOneSecond) {
        return new SimulatorStats(accepted.sum(), refused.sum(), throttled.sum(), mostInOneSecond);
    }
}
