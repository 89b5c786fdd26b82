package dev.postrider.outbox;

import static dev.postrider.outbox.SampleEnvelopes.batch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.unit.DataSize;

class OutboxConcurrencyIntegrationTests {

    private static final int PRODUCERS = 3;
    private static final int CONSUMERS = 3;
    private static final int BATCHES = 200;

    private final RunId run = SampleEnvelopes.freshRun();
    private final Set<RecipientId> sent = ConcurrentHashMap.newKeySet();

    @Test
    void countsStayTrueAndNothingIsLostBetweenManyProducersAndConsumers() throws Exception {
        LettuceConnectionFactory redis = TestRedis.connect();
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Outbox outbox = new Outbox(
                redis,
                new OutboxSettings(
                        5,
                        DataSize.ofMegabytes(1),
                        50,
                        DataSize.ofKilobytes(900),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5)))) {
            List<Future<?>> work = new ArrayList<>();
            for (int producer = 0; producer < PRODUCERS; producer++) {
                int first = producer * BATCHES;
                work.add(threads.submit(() -> produce(outbox, first)));
            }
            for (int consumer = 0; consumer < CONSUMERS; consumer++) {
                String name = "consumer-" + consumer;
                work.add(threads.submit(() -> consume(outbox, name)));
            }
            for (Future<?> each : work) {
                each.get();
            }

            assertThat(sent).hasSize(PRODUCERS * BATCHES);
            assertThat(outbox.depth(run)).isEqualTo(new OutboxDepth(0, 0, 0));
            outbox.drop(run);
        } finally {
            threads.shutdownNow();
            redis.destroy();
        }
    }

    private void produce(Outbox outbox, int first) {
        for (int i = first; i < first + BATCHES; i++) {
            EnvelopeBatch batch = batch(run, i, 1);
            while (!outbox.append(batch)) {
                Thread.onSpinWait();
            }
            assertThat(outbox.depth(run).entries()).isLessThanOrEqualTo(5);
        }
    }

    /** Takes, and drops every third batch as a consumer that died would; another takes that over. */
    private void consume(Outbox outbox, String name) {
        int taken = 0;
        while (sent.size() < PRODUCERS * BATCHES) {
            List<QueuedBatch> batches = new ArrayList<>(outbox.take(run, name, 2, Duration.ofMillis(5)));
            if (++taken % 3 == 0) {
                batches = outbox.takeAbandoned(run, name, 10, other -> true);
            }
            for (QueuedBatch batch : batches) {
                batch.batch().envelopes().forEach(envelope -> sent.add(envelope.recipient()));
                outbox.acknowledge(batch);
            }
        }
    }
}
