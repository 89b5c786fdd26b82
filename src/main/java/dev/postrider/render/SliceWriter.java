package dev.postrider.render;

import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Tallies;
import dev.postrider.outbox.EnvelopeBatch;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Records the skips and queues the batches of rendered slices; the step's checkpoint moves only after that. */
class SliceWriter implements ItemWriter<RenderedSlice> {

    private final OutboxFeed feed;
    private final Tallies tallies;
    private final RenderFailures failures;
    private final RenderOrder order;

    SliceWriter(OutboxFeed feed, Tallies tallies, RenderFailures failures, RenderOrder order) {
        this.feed = feed;
        this.tallies = tallies;
        this.failures = failures;
        this.order = order;
    }

    @Override
    public void write(Chunk<? extends RenderedSlice> slices) throws JobInterruptedException {
        RunId run = order.plan().run();
        for (RenderedSlice slice : slices) {
            failures.record(order, slice.skips());
            for (EnvelopeBatch batch : slice.batches()) {
                feed.append(batch);
            }
            tallies.of(run).rendered(slice.messages());
        }
    }
}
