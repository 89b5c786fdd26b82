package dev.postrider.outbox;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;

/**
 * One connection to Redis, alone or a cluster, with text keys and binary values. It sets no time-out: whoever waits for
 * an answer knows how long a command may block. In a cluster the client keeps {@code spring.data.redis.timeout} for each
 * command to a node, so that none may block for longer.
 */
record RedisLink(StatefulConnection<String, byte[]> connection, RedisClusterAsyncCommands<String, byte[]> commands)
        implements AutoCloseable {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    static RedisLink open(AbstractRedisClient client) {
        if (client instanceof RedisClusterClient cluster) {
            var connection = cluster.connect(CODEC);
            connection.setTimeout(Duration.ZERO);
            return new RedisLink(connection, connection.async());
        }
        if (client instanceof RedisClient alone) {
            var connection = alone.connect(CODEC);
            connection.setTimeout(Duration.ZERO);
            return new RedisLink(connection, connection.async());
        }
        throw new IllegalStateException("not a Lettuce client of a server or a cluster: " + client.getClass());
    }

    @Override
    public void close() {
        connection.close();
    }
}
