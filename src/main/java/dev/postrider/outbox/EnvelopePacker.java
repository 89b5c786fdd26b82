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

    /** Keeps the order. A message too large for a bulk request is a batch of its own. */
    public List<EnvelopeBatch> pack(RunId run, String from, @Nullable String replyTo, List<Envelope> envelopes) {
        List<EnvelopeBatch> batches = new ArrayList<>();
        int start = 0;
        while (start < envelopes.size()) {
            int end = end(envelopes, start);
            batches.add(new EnvelopeBatch(run, from, replyTo, List.copyOf(envelopes.subList(start, end))));
            start = end;
        }
        return batches;
    }

    private int end(List<Envelope> envelopes, int start) {
        long bytes = RequestSize.OF_REQUEST;
        int end = start;
        while (end < envelopes.size() && end - start < maxCount) {
            int size = RequestSize.of(envelopes.get(end));
            boolean alone = size > RequestSize.MOST_OF_ENTRY;
            if (end > start && (alone || bytes + size > maxBytes)) {
                break;
            }
            end++;
            bytes += size;
            if (alone) {
                break;
            }
        }
        return end;
    }
}
