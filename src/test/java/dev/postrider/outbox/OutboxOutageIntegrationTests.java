package dev.postrider.outbox;

import static dev.postrider.outbox.SampleEnvelopes.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.unit.DataSize;

class OutboxOutageIntegrationTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final RunId run = SampleEnvelopes.freshRun();

    private static Outbox outbox(LettuceConnectionFactory redis) {
        return new Outbox(
                redis,
                new OutboxSettings(
                        10,
                        DataSize.ofMegabytes(1),
                        50,
                        DataSize.ofKilobytes(900),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5)));
    }

    @Test
    void failsClearlyWhileRedisIsAwayAndWorksWhenItIsBack(@TempDir Path directory) {
        try (OwnRedis server = new OwnRedis(directory)) {
            LettuceConnectionFactory redis = server.connect();
            try (Outbox outbox = outbox(redis)) {
                outbox.append(batch(run, 1, 1));
                outbox.take(run, "a", 1, Duration.ofMillis(10));

                server.stop();
                assertThatThrownBy(() -> outbox.append(batch(run, 2, 1)))
                        .isInstanceOf(OutboxUnavailable.class)
                        .message()
                        .startsWith("Redis (outbox) is unavailable: ")
                        .doesNotContain("\n");
                server.start();

                await().ignoreExceptions().until(() -> outbox.append(batch(run, 3, 1)));
                assertThat(outbox.takePending(run, "a", 10)).hasSize(1);
                assertThat(outbox.take(run, "a", 10, Duration.ofMillis(10)))
                        .extracting(QueuedBatch::batch)
                        .containsExactly(batch(run, 3, 1));
            } finally {
                redis.destroy();
            }
        }
    }

    @Test
    void givesOutAndRemovesWhatItHasAlsoWhileRedisIsFull(@TempDir Path directory) {
        try (OwnRedis server = new OwnRedis(directory)) {
            LettuceConnectionFactory redis = server.connect();
            try (Outbox outbox = outbox(redis)) {
                outbox.append(batch(run, 1, 1));
                outbox.append(batch(run, 2, 1));
                server.fill();

                assertThatThrownBy(() -> outbox.append(batch(run, 3, 1)))
                        .isInstanceOf(OutboxUnavailable.class)
                        .hasMessage("Redis (outbox) is full: OOM command not allowed when used memory > 'maxmemory'");
                outbox.take(run, "a", 1, Duration.ofMillis(10));
                outbox.takeAbandoned(run, "b", 1, "a"::equals).forEach(outbox::acknowledge);
                outbox.take(run, "b", 1, Duration.ofMillis(10)).forEach(outbox::acknowledge);
                assertThat(outbox.depth(run)).isEqualTo(new OutboxDepth(0, 0, 0));

                server.makeRoom();
                assertThat(outbox.append(batch(run, 3, 1))).isTrue();
            } finally {
                redis.destroy();
            }
        }
    }

    @Test
    void aConsumerThatBlocksOutlivesALossAfterTheOther(@TempDir Path directory) {
        try (OwnRedis server = new OwnRedis(directory)) {
            LettuceConnectionFactory redis = server.connect();
            try (Outbox outbox = outbox(redis)) {
                outbox.append(batch(run, 1, 1));
                outbox.take(run, "a", 1, Duration.ofMillis(10));
                var taken = CompletableFuture.supplyAsync(() -> outbox.take(run, "a", 1, LONG));

                for (int loss = 0; loss < 3; loss++) {
                    await().until(() -> blocked(redis));
                    redis.getConnection().serverCommands().flushAll();
                }
                await().until(() -> blocked(redis));
                outbox.append(batch(run, 2, 1));

                assertThat(taken.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join())
                        .extracting(QueuedBatch::batch)
                        .containsExactly(batch(run, 2, 1));
            } finally {
                redis.destroy();
            }
        }
    }

    private static boolean blocked(LettuceConnectionFactory redis) {
        Properties clients = redis.getConnection().serverCommands().info("clients");
        return clients != null && "1".equals(clients.getProperty("blocked_clients"));
    }

    @Test
    void aConsumerThatBlocksLearnsOfTheLossAtOnce(@TempDir Path directory) {
        try (OwnRedis server = new OwnRedis(directory)) {
            LettuceConnectionFactory redis = server.connect();
            try (Outbox outbox = outbox(redis)) {
                var blocked = CompletableFuture.supplyAsync(() -> outbox.take(run, "a", 1, LONG));
                await().until(() -> TestRedis.blockedClients(redis) == 1);
                server.stop();

                assertThatThrownBy(() -> blocked.orTimeout(5, TimeUnit.SECONDS).join())
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(OutboxUnavailable.class);
            } finally {
                redis.destroy();
            }
        }
    }

    @Test
    void saysWhatIsWrongWhenRedisWasNeverThere() {
        LettuceConnectionFactory redis = TestRedis.connect("127.0.0.1", 1);
        try (Outbox outbox = outbox(redis)) {
            assertThatThrownBy(() -> outbox.append(batch(run, 1, 1)))
                    .isInstanceOf(OutboxUnavailable.class)
                    .hasMessageContaining("127.0.0.1:1");
        } finally {
            redis.destroy();
        }
    }

    @Test
    void wakesAConsumerThatBlocksWhenSomethingComes() {
        LettuceConnectionFactory redis = TestRedis.connect();
        try (Outbox outbox = outbox(redis)) {
            var blocked = CompletableFuture.supplyAsync(() -> outbox.take(run, "a", 1, LONG));
            await().until(() -> TestRedis.blockedClients(redis) == 1);
            outbox.append(batch(run, 1, 1));

            assertThat(blocked.orTimeout(5, TimeUnit.SECONDS).join()).hasSize(1);
            outbox.drop(run);
        } finally {
            redis.destroy();
        }
    }
}
