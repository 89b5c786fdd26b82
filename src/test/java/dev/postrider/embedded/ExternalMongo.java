package dev.postrider.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * The MongoDB that {@code ./mvnw verify -Pmongodb -Dspring.mongodb.uri=...} names, for tests to use in place of the
 * embedded server. They get databases of their own in it, with names that nobody else has, which are dropped when the
 * tests end.
 */
public final class ExternalMongo {

    private static final String PROPERTY = "postrider.test.mongodb-uri";
    private static final Pattern URI =
            Pattern.compile("(?<servers>mongodb(?:\\+srv)?://[^/?]+)(?:/(?<database>[^?]*))?(?:\\?(?<options>.*))?");
    private static final Set<String> DATABASES = ConcurrentHashMap.newKeySet();

    static {
        // Comes after the contexts of the tests are closed, which write when they are.
        SpringApplication.getShutdownHandlers().add(ExternalMongo::dropDatabases);
    }

    private ExternalMongo() {}

    /** The URI of a fresh database, or empty when the tests use the embedded server. */
    public static Optional<String> freshDatabase() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(uri -> {
            String name = "postrider-test-" + UUID.randomUUID().toString().substring(0, 18);
            DATABASES.add(name);
            return withDatabase(uri, name);
        });
    }

    /** The URI with another database, and the same place to look up the user. */
    static String withDatabase(String uri, String name) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException("-Dspring.mongodb.uri says where MongoDB is, but it is '" + uri + "'");
        }
        String options = parts.group("options");
        if (parts.group("servers").contains("@") && !namesAuthSource(options)) {
            String database = parts.group("database");
            String source = "authSource=" + (database == null || database.isEmpty() ? "admin" : database);
            options = options == null ? source : options + "&" + source;
        }
        return parts.group("servers") + "/" + name + (options == null ? "" : "?" + options);
    }

    private static boolean namesAuthSource(@Nullable String options) {
        return options != null && options.toLowerCase(Locale.ROOT).contains("authsource=");
    }

    private static void dropDatabases() {
        String uri = System.getProperty(PROPERTY);
        if (uri != null && !DATABASES.isEmpty()) {
            try (MongoClient client = MongoClients.create(uri)) {
                DATABASES.forEach(name -> client.getDatabase(name).drop());
            }
        }
    }
}
