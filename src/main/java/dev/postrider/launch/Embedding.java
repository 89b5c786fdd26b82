package dev.postrider.launch;

import dev.postrider.embedded.StoresLink;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The embedded stores that a command uses, or none. */
final class Embedding implements AutoCloseable {

    private static final String PUBLIC_URL = "postrider.public-url";

    private final @Nullable StoresLink link;

    private Embedding(@Nullable StoresLink link) {
        this.link = link;
    }

    static Embedding none() {
        return new Embedding(null);
    }

    static Embedding of(StoresLink link) {
        return new Embedding(link);
    }

    /** What the command is told, by Spring property name, before all that was configured. */
    Map<String, String> properties() {
        return link == null ? Map.of() : link.properties();
    }

    /** What the command is told unless it was configured. */
    Map<String, Object> defaults() {
        return link == null ? Map.of() : Map.of(PUBLIC_URL, "http://localhost:8080");
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
        }
    }
}
