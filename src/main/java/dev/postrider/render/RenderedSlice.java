package dev.postrider.render;

import dev.postrider.ledger.Skip;
import dev.postrider.outbox.EnvelopeBatch;
import java.util.List;

/** What became of a slice of planned recipients: each is in one batch or skipped. */
public record RenderedSlice(List<EnvelopeBatch> batches, List<Skip> skips) {

    long messages() {
        return batches.stream().mapToLong(EnvelopeBatch::size).sum();
    }
}
