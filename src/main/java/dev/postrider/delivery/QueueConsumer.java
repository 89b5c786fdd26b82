package dev.postrider.delivery;

import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.outbox.Outbox;
import dev.postrider.outbox.QueuedBatch;
import java.time.Duration;
import java.util.List;

/**
 * Takes batches for one thread: first what an earlier read of this consumer left pending, then new ones, and when there
 * are none what others left: those of dead processes, and those of an earlier job execution, whose process may live on but has
 * lost the run or been stopped. A consumer's name is {@code owner:execution:partition}. Not thread-safe.
 */
class QueueConsumer implements AutoCloseable {

    private static final Duration BLOCK = Duration.ofMillis(200);
    private static final Duration LOOK_FOR_ABANDONED = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final Owners owners;
    private final RunId run;
    private final String execution;
    private final String name;
    private boolean pendingRead;
    private long lookedAt = System.nanoTime() - LOOK_FOR_ABANDONED.toNanos();

    /** @param execution the job execution for which it takes batches, in whatever process */
    QueueConsumer(Outbox outbox, Owners owners, RunId run, long execution, String partition) {
        this.outbox = outbox;
        this.owners = owners;
        this.run = run;
        this.execution = Long.toString(execution);
        this.name = owners.self() + ":" + execution + ":" + partition;
    }

    /** At most one batch; waits a moment for it. */
    List<QueuedBatch> next() {
        if (!pendingRead) {
            List<QueuedBatch> pending = outbox.takePending(run, name, 1);
            pendingRead = pending.isEmpty();
            if (!pendingRead) {
                return pending;
            }
        }
        List<QueuedBatch> fresh = outbox.take(run, name, 1, BLOCK);
        return fresh.isEmpty() ? abandoned() : fresh;
    }

    /** After a failure: the batch in hand is pending and has to be read again. */
    void again() {
        pendingRead = false;
    }

    void acknowledge(QueuedBatch batch) {
        outbox.acknowledge(batch);
    }

    boolean nothingLeft() {
        return outbox.depth(run).entries() == 0;
    }

    private List<QueuedBatch> abandoned() {
        if (System.nanoTime() - lookedAt < LOOK_FOR_ABANDONED.toNanos()) {
            return List.of();
        }
        lookedAt = System.nanoTime();
        return outbox.takeAbandoned(run, name, 1, this::hasLeft);
    }

    private boolean hasLeft(String consumer) {
        String[] parts = consumer.split(":", 3);
        return !parts[1].equals(execution) || !owners.alive(parts[0]);
    }

    /** What the consumer still holds is left to the others. */
    @Override
    public void close() {
        outbox.leave(run, name);
    }
}
