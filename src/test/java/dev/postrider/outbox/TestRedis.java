package dev.postrider.outbox;

import dev.postrider.embedded.TestStores;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Transports;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Connections to Redis as the program makes them, without Spring. */
public final class TestRedis {

    private static final ClientResources RESOURCES = resources();

    private TestRedis() {}

    /** With an event loop that outlives every client: timers of lost connections run out after their client is gone. */
    private static ClientResources resources() {
        ClientResources resources = ClientResources.builder()
                .reconnectDelay(RedisConfiguration.reconnectDelay())
                .build();
        resources.eventLoopGroupProvider().allocate(Transports.eventLoopGroupClass());
        return resources;
    }

    /** A client of its own on the shared server of the tests. */
    public static LettuceConnectionFactory connect() {
        URI url = URI.create(Objects.requireNonNull(TestStores.properties().get("spring.data.redis.url")));
        return connect(url.getHost(), url.getPort());
    }

    public static LettuceConnectionFactory connect(String host, int port) {
        var configuration = LettuceClientConfiguration.builder()
                .commandTimeout(Duration.ofSeconds(2))
                .shutdownQuietPeriod(Duration.ZERO)
                .clientOptions(
                        RedisConfiguration.bounded(ClientOptions.builder().timeoutOptions(TimeoutOptions.enabled()))
                                .build())
                .clientResources(RESOURCES)
                .build();
        var factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration(host, port), configuration);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    /** How many clients of that server wait in a blocking command. */
    static int blockedClients(LettuceConnectionFactory redis) {
        try (var connection = redis.getConnection()) {
            return Integer.parseInt(connection.serverCommands().info("clients").getProperty("blocked_clients"));
        }
    }
}
