package dev.postrider.node;

import dev.postrider.chore.ChoreWork;
import dev.postrider.chore.DueChores;
import dev.postrider.recipient.Scrubbed;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Looks every period for chores that are due, and works on one at a time, in a thread of its own while it is open. */
@Component
class ChoreWatch {

    private static final Logger log = LoggerFactory.getLogger(ChoreWatch.class);

    private final DueChores due;
    private final ChoreWork work;
    private final NodeSettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("chore-"));
    private @Nullable Future<?> looks;

    ChoreWatch(DueChores due, ChoreWork work, NodeSettings settings) {
        this.due = due;
        this.work = work;
        this.settings = settings;
    }

    void open() {
        long period = settings.period().toMillis();
        looks = thread.scheduleWithFixedDelay(this::look, 0, period, TimeUnit.MILLISECONDS);
    }

    /** Has the chore at work stopped, and returns at once. */
    void close() {
        if (looks != null) {
            looks.cancel(false);
        }
        thread.shutdown();
        work.close();
    }

    /** False when its job has not noticed in time that it is stopped: cut short, it is left to another node. */
    boolean awaitEnd(Deadline deadline) throws InterruptedException {
        return deadline.awaitEnd(thread);
    }

    private void look() {
        try {
            due.now().forEach(work::goOn);
        } catch (RuntimeException e) {
            log.warn("could not look for jobs that are due: {}", Scrubbed.cause(e));
        }
    }
}
