package dev.postrider.outbox;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How every connection to Redis behaves: while it is lost, commands fail at once and none is kept to be sent later; it
 * comes back within a second after Redis does.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    private static final int MOST_QUEUED_COMMANDS = 10_000;

    @Bean
    LettuceClientOptionsBuilderCustomizer boundedRedisClient() {
        return RedisConfiguration::bounded;
    }

    @Bean
    ClientResourcesBuilderCustomizer promptRedisReconnect() {
        return resources -> resources.reconnectDelay(reconnectDelay());
    }

    static ClientOptions.Builder bounded(ClientOptions.Builder options) {
        return options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .replayFilter(command -> true)
                .requestQueueSize(MOST_QUEUED_COMMANDS);
    }

    static Delay reconnectDelay() {
        return Delay.exponential(Duration.ofMillis(20), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS);
    }
}
