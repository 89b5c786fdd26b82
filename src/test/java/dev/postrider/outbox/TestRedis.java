package dev.postrider.outbox;

import dev.postrider.embedded.TestStores;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Transports;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
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
        return started(new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(host, port), configuration(ClientOptions.builder())));
    }

    static LettuceConnectionFactory connectToCluster(String nodes) {
        return started(new LettuceConnectionFactory(
                new RedisClusterConfiguration(List.of(nodes.split(",", -1))),
                configuration(ClusterClientOptions.builder())));
    }

    static LettuceConnectionFactory connectBySentinel(String master, String sentinel) {
        return started(new LettuceConnectionFactory(
                new RedisSentinelConfiguration(master, Set.of(sentinel)), configuration(ClientOptions.builder())));
    }

    private static LettuceClientConfiguration configuration(ClientOptions.Builder options) {
        return LettuceClientConfiguration.builder()
                .commandTimeout(Duration.ofSeconds(2))
                .shutdownQuietPeriod(Duration.ZERO)
                .clientOptions(RedisConfiguration.bounded(options.timeoutOptions(TimeoutOptions.enabled()))
                        .build())
                .clientResources(RESOURCES)
                .build();
    }

    private static LettuceConnectionFactory started(LettuceConnectionFactory factory) {
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    /** How many clients of that server, or of all nodes of that cluster, wait in a blocking command. */
    static int blockedClients(LettuceConnectionFactory redis) {
        try (var connection = redis.getConnection()) {
            Properties info = Objects.requireNonNull(connection.serverCommands().info("clients"));
            return info.stringPropertyNames().stream()
                    .filter(name -> name.endsWith("blocked_clients"))
                    .mapToInt(name -> Integer.parseInt(info.getProperty(name)))
                    .sum();
        }
    }
}
