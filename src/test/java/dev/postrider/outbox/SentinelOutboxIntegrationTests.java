package dev.postrider.outbox;

import static dev.postrider.outbox.SampleEnvelopes.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.unit.DataSize;
import redis.embedded.RedisSentinel;

class SentinelOutboxIntegrationTests {

    private static final String MASTER = "main";
    private static final OutboxSettings SETTINGS = new OutboxSettings(
            10, DataSize.ofMegabytes(1), 50, DataSize.ofKilobytes(900), Duration.ofMinutes(5), Duration.ofMinutes(5));

    private final RunId run = SampleEnvelopes.freshRun();

    @TempDir
    private Path directory;

    @Test
    void goesOnWithTheReplicaThatTakesOverFromALostMaster() {
        int port = OwnRedis.freePort();
        try (OwnRedis master = new OwnRedis(directory.resolve("master"));
                OwnRedis replica = new OwnRedis(
                        directory.resolve("replica"),
                        "repl-diskless-sync-delay 0",
                        "replicaof 127.0.0.1 " + master.port())) {
            awaitInSync(replica);
            RedisSentinel sentinel = sentinel(port, master);
            LettuceConnectionFactory redis = TestRedis.connectBySentinel(MASTER, "127.0.0.1:" + port);
            try (Outbox outbox = new Outbox(redis, SETTINGS)) {
                outbox.append(batch(run, 1, 1));
                outbox.take(run, "a", 1, Duration.ofMillis(10));
                awaitInSync(replica);

                master.stop();

                await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> outbox.append(batch(run, 2, 1)));
                assertThat(outbox.takePending(run, "a", 10))
                        .extracting(QueuedBatch::batch)
                        .containsExactly(batch(run, 1, 1));
                assertThat(outbox.take(run, "a", 10, Duration.ofMillis(10)))
                        .extracting(QueuedBatch::batch)
                        .containsExactly(batch(run, 2, 1));
            } finally {
                redis.destroy();
                sentinel.stop();
            }
        }
    }

    private static RedisSentinel sentinel(int port, OwnRedis master) {
        RedisSentinel sentinel = RedisSentinel.builder()
                .port(port)
                .masterName(MASTER)
                .masterPort(master.port())
                .quorumSize(1)
                .downAfterMilliseconds(500L)
                .failoverTimeout(5_000L)
                .build();
        sentinel.start();
        return sentinel;
    }

    private static void awaitInSync(OwnRedis replica) {
        LettuceConnectionFactory redis = replica.connect();
        try (var connection = redis.getConnection()) {
            await().until(() ->
                    "up".equals(connection.serverCommands().info("replication").getProperty("master_link_status")));
        } finally {
            redis.destroy();
        }
    }
}
