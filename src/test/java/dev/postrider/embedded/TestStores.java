package dev.postrider.embedded;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The embedded stores that all integration tests of one JVM share. Every caller of {@link #properties()} gets a MongoDB
 * database, a job repository and an account of its own, under which rate and quota are counted. The database is one of
 * {@link ExternalMongo} where the tests were told of one.
 */
public final class TestStores {

    private static final EmbeddedStores STORES = start();

    private TestStores() {}

    private static EmbeddedStores start() {
        EmbeddedStores stores = EmbeddedStores.inMemory();
        // Runs once the contexts that use the stores are closed.
        SpringApplication.getShutdownHandlers().add(stores::close);
        return stores;
    }

    /** Settings for a fresh MongoDB database, job repository and account on the shared servers. */
    public static Map<String, String> properties() {
        String name = "test" + UUID.randomUUID().toString().replace("-", "");
        Map<String, String> properties = STORES.properties();
        properties.computeIfPresent("spring.mongodb.uri", (key, uri) -> uri.replace("/postrider", "/" + name));
        properties.computeIfPresent("spring.datasource.url", (key, url) -> url.replace("mem:jobs", "mem:" + name));
        properties.put("postrider.limits.account", name);
        ExternalMongo.freshDatabase().ifPresent(uri -> properties.put("spring.mongodb.uri", uri));
        return properties;
    }

    /** For {@code @DynamicPropertySource} methods and {@link DynamicPropertyRegistrar} beans. */
    public static void register(DynamicPropertyRegistry registry) {
        properties().forEach((key, value) -> registry.add(key, () -> value));
    }
}
