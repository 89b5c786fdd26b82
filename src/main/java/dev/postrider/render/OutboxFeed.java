package dev.postrider.render;

import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.outbox.Outage;
import dev.postrider.outbox.Outbox;
import dev.postrider.outbox.OutboxUnavailable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;

/** Queues the batches of one step, and waits while the outbox is full or Redis is away. Not thread-safe. */
class OutboxFeed {

    private static final Duration FULL_PAUSE = Duration.ofMillis(10);
    private static final Duration OUTAGE_PAUSE = Duration.ofMillis(100);

    private final Outbox outbox;
    private final Outage outage;
    private final StepExecution execution;

    OutboxFeed(Outbox outbox, Outage outage, StepExecution execution) {
        this.outbox = outbox;
        this.outage = outage;
        this.execution = execution;
    }

    /**
     * Returns once Redis has acknowledged the batch.
     *
     * @throws OutboxUnavailable when Redis stays away for too long
     * @throws JobInterruptedException when the step is told to stop while it waits
     */
    void append(EnvelopeBatch batch) throws JobInterruptedException {
        while (!appended(batch)) {
            if (execution.isTerminateOnly()) {
                throw new JobInterruptedException("stopped while the outbox took nothing");
            }
        }
        outage.over();
    }

    private boolean appended(EnvelopeBatch batch) {
        try {
            if (outbox.append(batch)) {
                return true;
            }
            LockSupport.parkNanos(FULL_PAUSE.toNanos());
        } catch (OutboxUnavailable e) {
            outage.bear(e);
            LockSupport.parkNanos(OUTAGE_PAUSE.toNanos());
        }
        return false;
    }
}
