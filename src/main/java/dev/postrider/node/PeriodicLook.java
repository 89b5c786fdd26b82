package dev.postrider.node;

import dev.postrider.recipient.Scrubbed;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Looks for something again and again in a thread of its own. A look that fails is logged in one line, and the next one comes. */
final class PeriodicLook {

    private static final Logger log = LoggerFactory.getLogger(PeriodicLook.class);

    private final String subject;
    private final Runnable look;
    private final ScheduledExecutorService thread;
    private @Nullable Future<?> looks;

    /**
     * @param threadName up to its number
     * @param subject what it looks at or for, as the log says it
     */
    PeriodicLook(String threadName, String subject, Runnable look) {
        this.subject = subject;
        this.look = look;
        this.thread = Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory(threadName));
    }

    /** @param pause after each look */
    void open(Duration pause) {
        looks = thread.scheduleWithFixedDelay(this::once, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns at once; a look may still be under way. */
    void close() {
        if (looks != null) {
            looks.cancel(false);
        }
        thread.shutdown();
    }

    /** False when the last look has not come to its end in time. */
    boolean awaitEnd(Deadline deadline) throws InterruptedException {
        return deadline.awaitEnd(thread);
    }

    private void once() {
        try {
            look.run();
        } catch (RuntimeException e) {
            log.warn("could not look {}: {}", subject, Scrubbed.cause(e));
        }
    }
}
