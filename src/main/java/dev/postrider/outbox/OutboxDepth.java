package dev.postrider.outbox;

/**
 * What one run has in the outbox.
 *
 * @param entries batches not acknowledged yet, the pending ones included
 * @param bytes their compressed size
 * @param pending batches that a consumer has taken and not acknowledged
 */
public record OutboxDepth(long entries, long bytes, long pending) {

    public boolean isEmpty() {
        return entries == 0;
    }
}
