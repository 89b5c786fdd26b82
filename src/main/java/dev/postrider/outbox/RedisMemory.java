package dev.postrider.outbox;

import java.util.List;
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
            return memory == null ? 0 : sum(new RedisInfo(memory).values("used_memory_peak"));
        }
    }

    private static long sum(List<String> bytes) {
        return bytes.stream().mapToLong(Long::parseLong).sum();
    }
}
