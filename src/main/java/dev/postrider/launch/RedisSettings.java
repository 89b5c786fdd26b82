package dev.postrider.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Whether the settings say in one way where Redis is, and in one that this program supports: Spring would take one of
 * several ways, and ignore the rest without a word.
 */
final class RedisSettings {

    private static final String URL = "url";
    private static final String HOST = "host";
    private static final String CLUSTER = "cluster.nodes";
    private static final String SENTINEL = "sentinel.nodes";

    private static final String FORM =
            "write redis://HOST:PORT or redis://USER:PASSWORD@HOST:PORT, and in percent-encoding"
                    + " what is not a letter or digit in user and password";

    private final Environment environment;

    RedisSettings(Environment environment) {
        this.environment = environment;
    }

    /** @throws UnusableSetting at the first setting that would be ignored or fail */
    void check() {
        checkSupported();
        checkOneWay();
        if (isSet(URL)) {
            checkUrl(text(URL));
        }
        Stream.of(CLUSTER, SENTINEL).forEach(this::checkNodes);
        if (isSet(SENTINEL) && !isSet("sentinel.master")) {
            throw unusable("sentinel.master", "it is not set, and says which of the sentinels' masters to use");
        }
        if (isSet(CLUSTER) && isSet("database") && !text("database").equals("0")) {
            throw unusable("database", "a cluster has no other than 0");
        }
    }

    private void checkSupported() {
        if (isSet("client-type")
                && !text("client-type").toLowerCase(Locale.ROOT).equals("lettuce")) {
            throw unusable("client-type", "Postrider works with lettuce only");
        }
        if (isSet("masterreplica.nodes")) {
            throw unusable("masterreplica.nodes", "Postrider follows a failover by Sentinel or in a cluster only");
        }
    }

    private void checkOneWay() {
        List<String> ways = Stream.of(isSet(URL) ? URL : HOST, CLUSTER, SENTINEL)
                .filter(this::isSet)
                .toList();
        if (ways.size() > 1) {
            throw unusable(ways.get(1), name(ways.get(0)) + " is set as well, and one has to say where Redis is");
        }
    }

    private void checkUrl(String url) {
        URI uri = parse(url);
        if (!List.of("redis", "rediss").contains(uri.getScheme())) {
            throw unusable(URL, "it has to begin with redis:// or, for TLS, rediss://");
        }
        if (uri.getHost() == null || uri.getPort() < 0) {
            throw unusable(URL, FORM);
        }
        if (!uri.getPath().matches("(/[0-9]*)?")) {
            throw unusable(URL, "behind the port only the number of a database may follow");
        }
        if (uri.getUserInfo() == null) {
            Stream.of("username", "password").filter(this::isSet).forEach(ignored -> {
                throw unusable(ignored, name(URL) + " is set, which has to hold it; or set " + name(HOST) + " instead");
            });
        }
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw unusable(URL, FORM);
        }
    }

    private void checkNodes(String property) {
        for (String node : values(property)) {
            if (!node.matches(".+:[0-9]+")) {
                throw unusable(property, "write HOST:PORT, separated by commas, and not " + node);
            }
        }
    }

    private boolean isSet(String property) {
        return values(property).stream().anyMatch(StringUtils::hasText);
    }

    private String text(String property) {
        return environment.getProperty(name(property), "");
    }

    private List<String> values(String property) {
        return Binder.get(environment)
                .bind(name(property), Bindable.listOf(String.class))
                .orElse(List.of());
    }

    private static String name(String property) {
        return "spring.data.redis." + property;
    }

    private static UnusableSetting unusable(String property, String reason) {
        return new UnusableSetting(name(property), reason);
    }
}
