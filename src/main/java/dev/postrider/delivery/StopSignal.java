package dev.postrider.delivery;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Whether the work was told to stop, and waits that notice it. */
public record StopSignal(BooleanSupplier stopping) {

    private static final Duration LONGEST_NAP = Duration.ofMillis(200);

    boolean raised() {
        return stopping.getAsBoolean();
    }

    /** @throws SendingStopped when the work was told to stop */
    public void check() {
        if (raised()) {
            throw new SendingStopped();
        }
    }

    /**
     * Waits, in naps short enough to notice a stop at once.
     *
     * @throws SendingStopped when the work was told to stop
     */
    public void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        do {
            check();
            LockSupport.parkNanos(Math.min(end - System.nanoTime(), LONGEST_NAP.toNanos()));
        } while (System.nanoTime() < end);
    }
}
