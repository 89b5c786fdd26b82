package dev.postrider.outbox;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/** Asks Redis whether it is there. */
@Component
public class RedisPing {

    private final LettuceConnectionFactory redis;

    RedisPing(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    /** @throws OutboxUnavailable when it does not answer within its time-out */
    public void ping() {
        try (RedisConnection connection = redis.getConnection()) {
            connection.ping();
        } catch (DataAccessException e) {
            throw new OutboxUnavailable("Redis is unavailable: " + RedisLinks.causes(e.getMostSpecificCause()), e);
        }
    }
}
