package dev.postrider.node;

import dev.postrider.recipient.Scrubbed;
import dev.postrider.schedule.Scheduler;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Has the schedules evaluated once a second while it is open, in a thread of its own. */
@Component
class SlotWatch {

    private static final Logger log = LoggerFactory.getLogger(SlotWatch.class);

    private final Scheduler scheduler;
    private final SlotLaunch launch;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("schedule-"));
    private @Nullable Future<?> looks;

    SlotWatch(Scheduler scheduler, SlotLaunch launch) {
        this.scheduler = scheduler;
        this.launch = launch;
    }

    void open() {
        looks = thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    /** Returns at once; a slot that is being launched may still be. */
    void close() {
        if (looks != null) {
            looks.cancel(false);
        }
        thread.shutdown();
    }

    private void look() {
        try {
            scheduler.tick(launch::launch);
        } catch (RuntimeException e) {
            log.warn("could not look at the schedules: {}", Scrubbed.cause(e));
        }
    }
}
