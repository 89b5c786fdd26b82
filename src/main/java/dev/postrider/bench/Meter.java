package dev.postrider.bench;

import dev.postrider.ledger.Tally;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches this process while it runs one campaign: looks at the tally every few milliseconds, and at heap and threads
 * every tenth of a second, so what a thread does in its last tenth counts for no stage.
 */
final class Meter extends Thread {

    private static final Duration LOOK = Duration.ofMillis(5);
    private static final int LOOKS_A_SAMPLE = 20;

    private final Tally tally;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> before = new HashMap<>();
    private final Map<Long, Long> cpu = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final long collecting = collecting();
    private final long start = System.nanoTime();
    private volatile boolean over;
    private long firstOutcome;
    private long lastOutcome;
    private long settled;
    private long peakHeap;
    private long peakLiveHeap;

    private Meter(Tally tally) {
        super("bench-meter");
        this.tally = tally;
        this.settled = tally.settled();
        setDaemon(true);
        for (long id : threads.getAllThreadIds()) {
            before.put(id, threads.getThreadCpuTime(id));
        }
    }

    static Meter start(Tally tally) {
        Meter meter = new Meter(tally);
        meter.start();
        return meter;
    }

    @Override
    public void run() {
        for (int looks = 0; !over; looks++) {
            lookAtTally();
            if (looks % LOOKS_A_SAMPLE == 0) {
                sample();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        lookAtTally();
        sample();
    }

    private void lookAtTally() {
        long now = tally.settled();
        if (now != settled) {
            settled = now;
            lastOutcome = System.nanoTime();
            firstOutcome = firstOutcome == 0 ? lastOutcome : firstOutcome;
        }
    }

    private void sample() {
        peakHeap = Math.max(
                peakHeap,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        peakLiveHeap = Math.max(peakLiveHeap, live());
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            long used = threads.getThreadCpuTime(id);
            if (info != null && used >= 0) {
                names.put(id, info.getThreadName());
                cpu.put(id, used - before.getOrDefault(id, 0L));
            }
        }
    }

    private static long live() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong((MemoryUsage usage) -> usage == null ? 0 : usage.getUsed())
                .sum();
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                .sum();
    }

    void end() throws InterruptedException {
        over = true;
        join();
    }

    /** Nanoseconds of {@link System#nanoTime}. */
    long lastOutcome() {
        return lastOutcome;
    }

    Effort effort(long peakRedisBytes) {
        double elapsed = System.nanoTime() - start;
        return new Effort(
                stages(),
                peakHeap,
                peakLiveHeap,
                (collecting() - collecting) * 1e6 / elapsed,
                (firstOutcome - start) / 1e9,
                peakRedisBytes);
    }

    private Map<String, Double> stages() {
        Map<String, Double> stages = new TreeMap<>();
        cpu.forEach((id, used) -> stages.merge(stage(names.getOrDefault(id, "")), used / 1e9, Double::sum));
        return stages;
    }

    private static String stage(String thread) {
        return thread.startsWith("render-") ? "render" : thread.startsWith("deliver-") ? "deliver" : "other";
    }
}
