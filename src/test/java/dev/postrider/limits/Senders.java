package dev.postrider.limits;

import dev.postrider.ledger.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that take permits as fast as they get them, in batches of random size, and give some back now and then. At
 * worst they let the bucket fill, hold what they then get as long as it is valid, use it all at once, and go on at full
 * speed: the second that begins with this has as many as there can be.
 */
final class Senders {

    private static final long CYCLE = 1_300_000_000L;
    private static final long HOLD = TestLimits.VALIDITY.toNanos() - 3_000_000L;

    private final UseLog log = new UseLog();
    private final RunId run;
    private final @Nullable Double runRate;
    private final boolean worst;

    Senders(RunId run, @Nullable Double runRate, boolean worst) {
        this.run = run;
        this.runRate = runRate;
        this.worst = worst;
    }

    UseLog send(List<SendLimits> processes, int threadsOfEach, long forNanos) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        long end = System.nanoTime() + forNanos;
        List<Future<?>> done = new ArrayList<>();
        for (SendLimits limits : processes) {
            for (int i = 0; i < threadsOfEach; i++) {
                Random random = new Random(done.size());
                done.add(threads.submit(() -> sendUntil(end, limits, random)));
            }
        }
        for (Future<?> each : done) {
            each.get();
        }
        threads.shutdown();
        return log;
    }

    private void sendUntil(long end, SendLimits limits, Random random) {
        while (System.nanoTime() < end) {
            int count = 1 + random.nextInt(limits.largestBatch(runRate));
            Grant grant = limits.take(new PermitRequest(Lane.CAMPAIGN, run, TestLimits.FROM, count, runRate));
            if (grant instanceof Grant.Granted granted) {
                use(granted.permits(), limits, random);
            } else if (grant instanceof Grant.Wait wait) {
                LockSupport.parkNanos(wait.delay().toNanos());
            }
            if (worst && phase() > CYCLE - HOLD) {
                LockSupport.parkNanos(CYCLE - phase());
            }
        }
    }

    private void use(Permits permits, SendLimits limits, Random random) {
        if (worst && phase() < HOLD) {
            LockSupport.parkNanos(HOLD - phase());
        }
        int unused = random.nextInt(20) == 0 ? random.nextInt(permits.count() + 1) : 0;
        long now = System.nanoTime();
        if (permits.deadline() - now > 0) {
            log.used(now, permits.count() - unused);
            limits.giveBack(permits, unused);
        } else {
            limits.giveBack(permits, permits.count());
        }
    }

    private static long phase() {
        return Math.floorMod(System.nanoTime(), CYCLE);
    }
}
