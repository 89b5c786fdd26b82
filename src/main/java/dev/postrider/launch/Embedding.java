package dev.postrider.launch;

import dev.postrider.embedded.StoresLink;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The embedded stores that a command uses, or none, and what else it is told. */
public final class Embedding implements AutoCloseable {

    private static final Map<String, Object> PUBLIC_URL = Map.of("postrider.public-url", "http://localhost:8080");

    /** What was configured for another Redis is kept from the embedded one. */
    private static final Map<String, String> NO_CREDENTIALS =
            Map.of("spring.data.redis.username", "", "spring.data.redis.password", "");

    private final @Nullable StoresLink link;
    private final Map<String, String> properties;
    private final Map<String, Object> defaults;

    private Embedding(@Nullable StoresLink link, Map<String, String> properties, Map<String, Object> defaults) {
        this.link = link;
        this.properties = Map.copyOf(properties);
        this.defaults = Map.copyOf(defaults);
    }

    public static Embedding none() {
        return new Embedding(null, Map.of(), Map.of());
    }

    public static Embedding of(StoresLink link) {
        return new Embedding(link, NO_CREDENTIALS, PUBLIC_URL).with(link.properties());
    }

    public Embedding with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(more);
        return new Embedding(link, all, defaults);
    }

    public Embedding withDefaults(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(defaults);
        all.putAll(more);
        return new Embedding(link, properties, all);
    }

    /** What the command is told, by Spring property name, before all that was configured. */
    Map<String, String> properties() {
        return properties;
    }

    /** What the command is told unless it was configured. */
    Map<String, Object> defaults() {
        return defaults;
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
        }
    }
}
