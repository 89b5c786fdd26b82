package dev.postrider.render;

import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Tallies;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.outbox.Outbox;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Records the skips and queues the batches of rendered slices. A full outbox makes it wait; the step's checkpoint moves
 * only after every append was acknowledged.
 */
class SliceWriter implements ItemWriter<RenderedSlice> {

    private static final Duration FULL_PAUSE = Duration.ofMillis(10);

    private final Outbox outbox;
    private final Ledger ledger;
    private final Tallies tallies;
    private final RenderFailures failures;
    private final Step step;

    /** The order that is rendered and the execution that may be told to stop. */
    record Step(RenderOrder order, StepExecution execution) {}

    SliceWriter(Outbox outbox, Ledger ledger, Tallies tallies, RenderFailures failures, Step step) {
        this.outbox = outbox;
        this.ledger = ledger;
        this.tallies = tallies;
        this.failures = failures;
        this.step = step;
    }

    @Override
    public void write(Chunk<? extends RenderedSlice> slices) throws JobInterruptedException {
        RunId run = step.order().plan().run();
        for (RenderedSlice slice : slices) {
            ledger.skip(run, slice.skips());
            failures.count(step.order(), slice.skips());
            for (EnvelopeBatch batch : slice.batches()) {
                append(batch);
            }
            tallies.of(run).rendered(slice.messages());
        }
    }

    private void append(EnvelopeBatch batch) throws JobInterruptedException {
        while (!outbox.append(batch)) {
            if (step.execution().isTerminateOnly()) {
                throw new JobInterruptedException("stopped while the outbox was full");
            }
            LockSupport.parkNanos(FULL_PAUSE.toNanos());
        }
    }
}
