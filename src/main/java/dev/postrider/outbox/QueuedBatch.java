package dev.postrider.outbox;

/** A batch as taken from the outbox; it stays the consumer's until it is acknowledged. */
public record QueuedBatch(String entryId, EnvelopeBatch batch) {}
