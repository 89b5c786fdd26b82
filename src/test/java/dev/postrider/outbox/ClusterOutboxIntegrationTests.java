package dev.postrider.outbox;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** In a Redis Cluster the outbox does all that it does in a single server. */
class ClusterOutboxIntegrationTests extends OutboxIntegrationTests {

    private static RedisCluster cluster;

    @BeforeAll
    static void start(@TempDir Path directory) {
        cluster = new RedisCluster(directory);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Override
    LettuceConnectionFactory connect() {
        return cluster.connect();
    }
}
