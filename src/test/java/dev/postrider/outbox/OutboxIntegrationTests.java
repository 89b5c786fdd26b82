package dev.postrider.outbox;

import static dev.postrider.outbox.SampleEnvelopes.batch;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.unit.DataSize;

class OutboxIntegrationTests {

    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private final LettuceConnectionFactory redis = connect();
    private final RunId run = SampleEnvelopes.freshRun();
    private final Outbox outbox = outbox(3, DataSize.ofMegabytes(1), Duration.ofMinutes(5));

    LettuceConnectionFactory connect() {
        return TestRedis.connect();
    }

    private Outbox outbox(int maxEntries, DataSize maxBytes, Duration claimAfter) {
        return new Outbox(
                redis,
                new OutboxSettings(
                        maxEntries, maxBytes, 50, DataSize.ofKilobytes(900), claimAfter, Duration.ofMinutes(5)));
    }

    @AfterEach
    void close() {
        outbox.drop(run);
        outbox.close();
        redis.destroy();
    }

    private void append(int... numbers) {
        for (int number : numbers) {
            assertThat(outbox.append(batch(run, number, 1))).isTrue();
        }
    }

    private static List<EnvelopeBatch> batches(List<QueuedBatch> taken) {
        return taken.stream().map(QueuedBatch::batch).toList();
    }

    @Test
    void deliversWhatWasAppendedInOrder() {
        append(1, 2);

        assertThat(batches(outbox.take(run, "a", 10, AT_ONCE))).containsExactly(batch(run, 1, 1), batch(run, 2, 1));
        assertThat(outbox.take(run, "a", 10, AT_ONCE)).isEmpty();
    }

    @Test
    void refusesMoreEntriesThanAllowedUntilOneIsAcknowledged() {
        append(1, 2, 3);
        assertThat(outbox.append(batch(run, 4, 1))).isFalse();

        outbox.acknowledge(outbox.take(run, "a", 1, AT_ONCE).get(0));

        assertThat(outbox.append(batch(run, 4, 1))).isTrue();
    }

    @Test
    void refusesMoreBytesThanAllowedButNeverTheOnlyBatch() {
        try (Outbox narrow = outbox(100, DataSize.ofBytes(300), Duration.ofMinutes(5))) {
            assertThat(narrow.append(batch(run, 1, 50)))
                    .as("larger than the outbox")
                    .isTrue();
            assertThat(narrow.append(batch(run, 2, 1))).isFalse();

            narrow.acknowledge(narrow.take(run, "a", 1, AT_ONCE).get(0));

            assertThat(narrow.append(batch(run, 2, 1))).isTrue();
            assertThat(narrow.depth(run).bytes()).isBetween(1L, 300L);
        }
    }

    @Test
    void keepsWhatAConsumerTookUntilItIsAcknowledged() {
        append(1, 2);
        outbox.take(run, "a", 1, AT_ONCE);

        assertThat(batches(outbox.takePending(run, "a", 10))).containsExactly(batch(run, 1, 1));
        assertThat(outbox.depth(run))
                .extracting(OutboxDepth::entries, OutboxDepth::pending)
                .containsExactly(2L, 1L);
    }

    @Test
    void isAsOldAsItsOldestBatchWhoeverHasItInHand() {
        assertThat(outbox.age(run)).isEmpty();
        append(1);
        QueuedBatch first = outbox.take(run, "a", 1, AT_ONCE).get(0);
        await().until(() -> outbox.age(run).orElseThrow().toMillis() > 100);
        append(2);
        assertThat(outbox.age(run).orElseThrow()).isBetween(Duration.ofMillis(100), Duration.ofMinutes(1));

        outbox.acknowledge(first);

        Duration ofSecond = outbox.age(run).orElseThrow();
        await().until(() -> outbox.age(run).orElseThrow().compareTo(ofSecond) > 0);
    }

    @Test
    void acknowledgingTwiceIsHarmless() {
        append(1, 2);
        QueuedBatch first = outbox.take(run, "a", 1, AT_ONCE).get(0);

        outbox.acknowledge(first);
        OutboxDepth once = outbox.depth(run);
        outbox.acknowledge(first);

        assertThat(outbox.depth(run))
                .isEqualTo(once)
                .extracting(OutboxDepth::entries)
                .isEqualTo(1L);
    }

    @Test
    void countsNothingWhenEverythingIsAcknowledged() {
        append(1, 2, 3);
        outbox.take(run, "a", 3, AT_ONCE).forEach(outbox::acknowledge);

        assertThat(outbox.depth(run)).isEqualTo(new OutboxDepth(0, 0, 0));
    }

    @Test
    void takesOverWhatADeadConsumerHoldsAndForgetsIt() {
        append(1, 2, 3);
        outbox.take(run, "dead", 2, AT_ONCE);
        outbox.take(run, "alive", 1, AT_ONCE);

        assertThat(batches(outbox.takeAbandoned(run, "b", 1, "dead"::equals))).containsExactly(batch(run, 1, 1));
        assertThat(batches(outbox.takeAbandoned(run, "c", 10, "dead"::equals))).containsExactly(batch(run, 2, 1));
        assertThat(outbox.takeAbandoned(run, "b", 10, "dead"::equals)).isEmpty();
        assertThat(outbox.consumers(run)).containsExactlyInAnyOrder("alive", "b", "c");
    }

    @Test
    void takesOverWhatTheLivingHoldTooLong() {
        append(1);
        outbox.take(run, "frozen", 1, AT_ONCE);
        assertThat(outbox.takeAbandoned(run, "b", 10, name -> false)).isEmpty();

        try (Outbox impatient = outbox(3, DataSize.ofMegabytes(1), Duration.ZERO)) {
            assertThat(batches(impatient.takeAbandoned(run, "b", 10, name -> false)))
                    .containsExactly(batch(run, 1, 1));
        }
    }

    @Test
    void whatAConsumerHoldsWhenItLeavesIsThereForTheOthers() {
        append(1);
        outbox.take(run, "idle", 1, AT_ONCE).forEach(outbox::acknowledge);
        append(2);
        outbox.take(run, "holder", 1, AT_ONCE);

        outbox.leave(run, "idle");
        outbox.leave(run, "holder");

        assertThat(outbox.consumers(run)).doesNotContain("idle", "holder");
        assertThat(batches(outbox.takeAbandoned(run, "other", 1, "nobody:left"::equals)))
                .containsExactly(batch(run, 2, 1));
        assertThat(outbox.consumers(run)).containsExactly("other");
    }

    @Test
    void goesOnAfterRedisLostEverything() {
        append(1, 2);
        QueuedBatch lost = outbox.take(run, "a", 1, AT_ONCE).get(0);
        flushAll();

        assertThat(outbox.takePending(run, "a", 10)).isEmpty();
        assertThat(outbox.takeAbandoned(run, "a", 10, name -> true)).isEmpty();
        assertThat(outbox.depth(run)).isEqualTo(new OutboxDepth(0, 0, 0));
        outbox.acknowledge(lost);
        append(3);
        assertThat(batches(outbox.take(run, "a", 10, AT_ONCE))).containsExactly(batch(run, 3, 1));
    }

    @Test
    void aConsumerThatWaitsGoesOnWaitingWhenRedisLosesEverything() {
        append(1);
        outbox.acknowledge(outbox.take(run, "a", 1, AT_ONCE).get(0));
        var waiting = CompletableFuture.supplyAsync(() -> outbox.take(run, "a", 1, Duration.ofSeconds(30)));
        await().until(() -> TestRedis.blockedClients(redis) == 1);

        flushAll();
        append(2);

        assertThat(batches(waiting.orTimeout(5, TimeUnit.SECONDS).join())).containsExactly(batch(run, 2, 1));
    }

    private void flushAll() {
        try (var connection = redis.getConnection()) {
            connection.serverCommands().flushAll();
        }
    }

    @Test
    void removesWhatItCannotReadAndGoesOn() {
        append(1);
        try (var connection = redis.getConnection()) {
            connection.streamCommands().xAdd(stream(), Map.of("batch".getBytes(UTF_8), new byte[] {9, 1, 2}));
        }
        append(2);

        assertThat(batches(outbox.take(run, "a", 10, AT_ONCE))).containsExactly(batch(run, 1, 1), batch(run, 2, 1));
        assertThat(outbox.depth(run).entries()).isEqualTo(2);
    }

    private byte[] stream() {
        return OutboxKeys.of(run).stream().getBytes(UTF_8);
    }

    @Test
    void aConsumerThatWaitsInOneRunDoesNotKeepItselfWaitingInAnother() {
        RunId other = SampleEnvelopes.freshRun();
        var waiting = CompletableFuture.supplyAsync(() -> outbox.take(run, "a", 1, Duration.ofSeconds(30)));
        await().until(() -> TestRedis.blockedClients(redis) == 1);

        outbox.append(batch(other, 1, 1));
        assertThat(outbox.take(other, "a", 1, AT_ONCE)).hasSize(1);
        assertThat(waiting).isNotDone();

        append(2);
        assertThat(waiting.orTimeout(5, TimeUnit.SECONDS).join()).hasSize(1);
        outbox.drop(other);
    }

    @Test
    void dropRemovesAllOfARun() {
        append(1);
        outbox.drop(run);

        assertThat(outbox.depth(run)).isEqualTo(new OutboxDepth(0, 0, 0));
        assertThat(outbox.take(run, "a", 10, AT_ONCE)).isEmpty();
    }
}
