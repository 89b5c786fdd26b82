package dev.postrider.terminal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The speed of one step, from what was seen of it lately. */
public final class StepClock {

    private static final long WINDOW_NANOS = Duration.ofSeconds(5).toNanos();

    private record Sample(long nanos, long done) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long startNanos;
    private final long startDone;
    private long endNanos;
    private Gauge latest;

    public StepClock(Gauge gauge, long nanos) {
        this.startNanos = nanos;
        this.startDone = gauge.done();
        this.endNanos = nanos;
        this.latest = gauge;
        samples.add(new Sample(nanos, gauge.done()));
    }

    public void see(Gauge gauge, long nanos) {
        if (gauge.done() > latest.done()) {
            endNanos = nanos;
        }
        latest = gauge;
        samples.add(new Sample(nanos, gauge.done()));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    Gauge latest() {
        return latest;
    }

    /** A second, over the last seconds. */
    public double rate() {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        return perSecond(last.done() - first.done(), last.nanos() - first.nanos());
    }

    /** A second, from the first sight of the step to the last change. */
    double averageRate() {
        return perSecond(latest.done() - startDone, endNanos - startNanos);
    }

    Duration elapsed() {
        return Duration.ofNanos(endNanos - startNanos);
    }

    /** Zero where nothing is known. */
    public Duration left() {
        double rate = rate();
        long rest = latest.total() - latest.done();
        return rate <= 0 || rest <= 0 ? Duration.ZERO : Duration.ofMillis((long) (rest / rate * 1_000));
    }

    private static double perSecond(long done, long nanos) {
        return nanos <= 0 ? 0 : done * 1e9 / nanos;
    }
}
