package dev.postrider.node;

import dev.postrider.schedule.Scheduler;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Has the schedules evaluated once a second while it is open. */
@Component
class SlotWatch {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final PeriodicLook look;

    SlotWatch(Scheduler scheduler, SlotLaunch launch) {
        this.look = new PeriodicLook("schedule-", "at the schedules", () -> scheduler.tick(launch::launch));
    }

    void open() {
        look.open(PERIOD);
    }

    /** Returns at once; a slot that is being launched may still be. */
    void close() {
        look.close();
    }
}
