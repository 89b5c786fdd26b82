package dev.postrider.launch;

import com.mongodb.ConnectionString;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Where the settings say a store is: {@code host:port} of its nodes, as far as that can be read from them. */
final class StoreAddresses {

    /** {@code jdbc:postgresql://host:5432/name}, {@code jdbc:h2:tcp://host:9092/name}. */
    private static final Pattern JDBC = Pattern.compile("jdbc:(?:h2:tcp|postgresql)://([^/?;]+)");

    private final Environment environment;

    StoreAddresses(Environment environment) {
        this.environment = environment;
    }

    boolean named(Store store) {
        return store.properties().stream()
                .anyMatch(property -> !values(property).isEmpty());
    }

    private List<String> values(String property) {
        return Binder.get(environment)
                .bind(property, Bindable.listOf(String.class))
                .orElse(List.of());
    }

    /** Empty where only the store's own client can tell. */
    List<String> of(Store store) {
        return switch (store) {
            case MONGODB -> mongodb();
            case REDIS -> redis();
            case JOBS -> jobs();
        };
    }

    private List<String> mongodb() {
        String uri = environment.getProperty("spring.mongodb.uri");
        if (uri == null) {
            return List.of(hostAndPort("spring.mongodb", 27017));
        }
        // A +srv address is a DNS name for the nodes: the driver looks it up.
        return uri.startsWith("mongodb+srv:")
                ? List.of()
                : new ConnectionString(uri)
                        .getHosts().stream().map(host -> withPort(host, 27017)).toList();
    }

    private List<String> redis() {
        String url = environment.getProperty("spring.data.redis.url");
        if (StringUtils.hasText(url)) {
            URI uri = URI.create(url);
            return List.of(uri.getHost() + ":" + uri.getPort());
        }
        List<String> nodes = Stream.of("spring.data.redis.cluster.nodes", "spring.data.redis.sentinel.nodes")
                .flatMap(property -> values(property).stream())
                .toList();
        return nodes.isEmpty() ? List.of(hostAndPort("spring.data.redis", 6379)) : nodes;
    }

    private List<String> jobs() {
        Matcher matcher = JDBC.matcher(environment.getProperty("spring.datasource.url", ""));
        int port = matcher.find() && matcher.group().startsWith("jdbc:h2") ? 9092 : 5432;
        return matcher.reset().find()
                ? Arrays.stream(matcher.group(1).split(","))
                        .map(host -> withPort(host, port))
                        .toList()
                : List.of();
    }

    private String hostAndPort(String prefix, int port) {
        return environment.getProperty(prefix + ".host", "localhost") + ":"
                + environment.getProperty(prefix + ".port", Integer.toString(port));
    }

    private static String withPort(String host, int port) {
        return host.matches(".*:[0-9]+") ? host : host + ":" + port;
    }
}
