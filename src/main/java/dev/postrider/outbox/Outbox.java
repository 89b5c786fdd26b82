package dev.postrider.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postrider.ledger.RunId;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Repository;

/**
 * The bounded queue between render and deliver: per run one stream {@code postrider:{RUN}:outbox}, one entry a batch
 * (field {@code batch}, {@link EnvelopeCodec}), read by the consumer group {@code deliver}; beside it the hash
 * {@code postrider:{RUN}:outbox:sizes} of each entry's bytes and their {@code total}.
 *
 * <p>An entry is delivered at least once: it is some consumer's from the time it is taken until it is acknowledged, and
 * the ledger tells copies apart. Redis may lose everything at any time, and an entry that this version cannot read
 * is removed: reconcile finds what is missing. Thread-safe,
 * but a consumer name is used by one thread at a time.
 */
@Repository
public class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxSettings settings;
    private final RedisLinks links;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Script<byte[]> append = new Script<>("append.lua", ScriptOutputType.VALUE);
    private final Script<Long> acknowledge = new Script<>("acknowledge.lua", ScriptOutputType.INTEGER);
    private final OutboxConsumers consumers;

    public Outbox(LettuceConnectionFactory redis, OutboxSettings settings) {
        this.settings = settings;
        this.links = new RedisLinks(redis);
        this.consumers = new OutboxConsumers(links, settings.claimAfter());
    }

    /**
     * Appends a batch and waits for Redis's acknowledgement.
     *
     * @return false when the outbox is full, in entries or in bytes: try again later
     * @throws OutboxUnavailable if Redis does not answer; the batch may have been appended all the same
     */
    public boolean append(EnvelopeBatch batch) {
        byte[] id = append.call(
                links,
                OutboxKeys.of(batch.run()).all(),
                codec.encode(batch),
                ascii(settings.maxEntries()),
                ascii(settings.maxBytes().toBytes()));
        return id != null;
    }

    /** What this consumer took earlier and has not acknowledged, oldest first: after a start, or after an outage. */
    public List<QueuedBatch> takePending(RunId run, String consumer, int max) {
        return read(run, consumers.pending(run, consumer, max));
    }

    /** New batches; waits for the first until {@code block} has passed, then answers with an empty list. */
    public List<QueuedBatch> take(RunId run, String consumer, int max, Duration block) {
        return read(run, consumers.next(run, consumer, max, block));
    }

    /**
     * Takes over batches that dead consumers hold, and those that any consumer has held for longer than
     * {@link OutboxSettings#claimAfter()}. Of two consumers that call this at once only one gets a batch.
     */
    public List<QueuedBatch> takeAbandoned(RunId run, String consumer, int max, Predicate<String> consumerIsDead) {
        return read(run, consumers.abandoned(run, consumer, max, consumerIsDead));
    }

    /** Removes the batch; harmless when it is gone already. */
    public void acknowledge(QueuedBatch batch) {
        remove(batch.batch().run(), batch.entryId());
    }

    /** Closes the consumer's connection and forgets the consumer; what it holds is there to be taken over at once. */
    public void leave(RunId run, String consumer) {
        consumers.leave(run, consumer);
    }

    /** Names of those that have taken from this run's outbox and are not forgotten yet. */
    public Set<String> consumers(RunId run) {
        return consumers.names(run);
    }

    public OutboxDepth depth(RunId run) {
        return consumers.depth(run);
    }

    /** Time since the oldest batch was appended that is not acknowledged yet; empty when there is none. */
    public Optional<Duration> age(RunId run) {
        return consumers.age(run);
    }

    /** Deletes everything of a run, and closes the connections of its consumers in this process. */
    public void drop(RunId run) {
        links.closeAll(OutboxKeys.of(run).stream());
        links.shared(commands -> commands.unlink(OutboxKeys.of(run).all()));
    }

    private List<QueuedBatch> read(RunId run, List<RawEntry> entries) {
        List<QueuedBatch> batches = new ArrayList<>(entries.size());
        for (RawEntry entry : entries) {
            try {
                batches.add(new QueuedBatch(entry.id(), codec.decode(entry.batch())));
            } catch (UnreadableBatch e) {
                LOG.warn(
                        "Removed entry {} of run {} from the outbox, to be rendered again: {}",
                        entry.id(),
                        run,
                        e.getMessage());
                remove(run, entry.id());
            }
        }
        return List.copyOf(batches);
    }

    private void remove(RunId run, String entryId) {
        acknowledge.call(
                links, OutboxKeys.of(run).all(), OutboxConsumers.GROUP.getBytes(UTF_8), entryId.getBytes(UTF_8));
    }

    private static byte[] ascii(long number) {
        return Long.toString(number).getBytes(US_ASCII);
    }

    @Override
    public void close() {
        links.close();
    }
}
