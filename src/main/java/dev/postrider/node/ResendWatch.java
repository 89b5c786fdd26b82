package dev.postrider.node;

import dev.postrider.recipient.Scrubbed;
import dev.postrider.resend.DeadResends;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Settles resends whose process died, every period while it is open, in a thread of its own; it goes on with none. */
@Component
class ResendWatch {

    private static final Logger log = LoggerFactory.getLogger(ResendWatch.class);

    private final DeadResends dead;
    private final NodeSettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("resend-"));
    private @Nullable Future<?> looks;

    ResendWatch(DeadResends dead, NodeSettings settings) {
        this.dead = dead;
        this.settings = settings;
    }

    void open() {
        long period = settings.period().toMillis();
        looks = thread.scheduleWithFixedDelay(this::look, 0, period, TimeUnit.MILLISECONDS);
    }

    /** Returns at once; a look may still be under way. */
    void close() {
        if (looks != null) {
            looks.cancel(false);
        }
        thread.shutdown();
    }

    private void look() {
        try {
            dead.settle();
        } catch (RuntimeException e) {
            log.warn("could not look at resends: {}", Scrubbed.cause(e));
        }
    }
}
