package dev.postrider.outbox;

import static dev.postrider.outbox.SampleEnvelopes.batch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.unit.DataSize;

class OutboxIntegrationTests {

    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private final LettuceConnectionFactory redis = TestRedis.connect();
    private final RunId run = SampleEnvelopes.freshRun();
    private final Outbox outbox = outbox(3, DataSize.ofMegabytes(1));

    private Outbox outbox(int maxEntries, DataSize maxBytes) {
        return new Outbox(
                redis, new OutboxSettings(maxEntries, maxBytes, 50, DataSize.ofKilobytes(900), Duration.ofMinutes(5)));
    }

    @AfterEach
    void close() {
        outbox.drop(run);
        outbox.close();
        redis.destroy();
    }

    @Test
    void deliversWhatWasAppendedInOrder() {
        outbox.append(batch(run, 0, 2));
        outbox.append(batch(run, 2, 1));

        List<QueuedBatch> taken = outbox.take(run, "a", 10, AT_ONCE);

        assertThat(taken).extracting(QueuedBatch::batch).containsExactly(batch(run, 0, 2), batch(run, 2, 1));
    }

    @Test
    void refusesMoreEntriesThanAllowedUntilOneIsAcknowledged() {
        for (int i = 0; i < 3; i++) {
            assertThat(outbox.append(batch(run, i, 1))).isTrue();
        }
        assertThat(outbox.append(batch(run, 3, 1))).isFalse();

        outbox.acknowledge(outbox.take(run, "a", 1, AT_ONCE).get(0));

        assertThat(outbox.append(batch(run, 3, 1))).isTrue();
    }
}
