package dev.postrider.outbox;

import java.util.Properties;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/** How much memory Redis uses, as it says itself. */
@Component
public class RedisMemory {

    private final LettuceConnectionFactory redis;

    RedisMemory(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    /** The most since its start, in bytes; of a cluster the sum over its nodes. */
    public long peakBytes() {
        try (RedisConnection connection = redis.getConnection()) {
            Properties memory = connection.serverCommands().info("memory");
            return memory == null ? 0 : sum(memory, "used_memory_peak");
        }
    }

    /** A cluster puts the node's name and a dot before the names. */
    private static long sum(Properties properties, String name) {
        return properties.stringPropertyNames().stream()
                .filter(key -> key.equals(name) || key.endsWith("." + name))
                .mapToLong(key -> Long.parseLong(properties.getProperty(key)))
                .sum();
    }
}
