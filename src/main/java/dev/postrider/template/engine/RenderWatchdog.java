package dev.postrider.template.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts renderings that compute for too long; FreeMarker looks for that in every loop and macro. It counts processor
 * time, so that a rendering which was merely stopped, as on a frozen machine, is left in peace. Its thread lives only
 * while there is something to watch.
 */
public final class RenderWatchdog {

    private static final long PERIOD = Duration.ofMillis(100).toNanos();
    private static final int IDLE_PERIODS = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Thread, Watch> watches = new ConcurrentHashMap<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final long limit;

    public RenderWatchdog(Duration limit) {
        this.limit = limit.toNanos();
    }

    /** Watches the calling thread until {@link Watch#end}, which the same thread must call. */
    public Watch begin() {
        Watch watch = new Watch(Thread.currentThread());
        watches.put(watch.thread, watch);
        if (!awake.get()) {
            wake();
        }
        return watch;
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            Thread thread = new Thread(this::patrol, "render-watchdog");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void patrol() {
        int idle = 0;
        while (idle < IDLE_PERIODS) {
            LockSupport.parkNanos(PERIOD);
            idle = watches.isEmpty() ? idle + 1 : 0;
            watches.values().forEach(Watch::look);
        }
        awake.set(false);
        if (!watches.isEmpty()) {
            wake();
        }
    }

    /** One rendering. */
    public final class Watch {

        private final Thread thread;
        private long firstLook = -1;
        private boolean over;
        private boolean tripped;

        Watch(Thread thread) {
            this.thread = thread;
        }

        private synchronized void look() {
            if (over || tripped) {
                return;
            }
            long used = threads.getThreadCpuTime(thread.getId());
            if (firstLook < 0) {
                firstLook = used;
            } else if (used - firstLook > limit) {
                tripped = true;
                thread.interrupt();
            }
        }

        public synchronized boolean tripped() {
            return tripped;
        }

        /** Takes the interruption back, if there was one. */
        public synchronized void end() {
            over = true;
            watches.remove(thread, this);
            if (tripped) {
                Thread.interrupted();
            }
        }
    }
}
