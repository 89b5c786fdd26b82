package dev.postrider.outbox;

import dev.postrider.ledger.RunId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Packs envelopes into batches that one SES bulk request takes. Thread-safe. */
@Component
public class EnvelopePacker {

    private final int maxCount;
    private final long maxBytes;

    public EnvelopePacker(OutboxSettings settings) {
        this.maxCount = settings.batchSize();
        this.maxBytes = settings.maxRequestSize().toBytes();
    }

    /**
     * Keeps the order. A message too large for a bulk request is a batch of its own.
     *
     * @param largest most envelopes that the rate allows at once
     */
    public List<EnvelopeBatch> pack(
            RunId run, String from, @Nullable String replyTo, List<Envelope> envelopes, int largest) {
        int count = Math.max(1, Math.min(maxCount, largest));
        List<EnvelopeBatch> batches = new ArrayList<>();
        int start = 0;
        long bytes = RequestSize.OF_REQUEST;
        for (int i = 0; i < envelopes.size(); i++) {
            int size = RequestSize.of(envelopes.get(i));
            if (i > start && (i - start == count || bytes + size > maxBytes)) {
                batches.add(new EnvelopeBatch(run, from, replyTo, List.copyOf(envelopes.subList(start, i))));
                start = i;
                bytes = RequestSize.OF_REQUEST;
            }
            bytes += size;
        }
        if (start < envelopes.size()) {
            batches.add(new EnvelopeBatch(run, from, replyTo, List.copyOf(envelopes.subList(start, envelopes.size()))));
        }
        return batches;
    }
}
