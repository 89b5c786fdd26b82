package dev.postrider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoresIntegrationTests {

    @Test
    void keepsMongoAndJobRepositoryOverRestartInADataDirectory(@TempDir Path directory) throws Exception {
        try (EmbeddedStores stores = EmbeddedStores.in(directory)) {
            write(stores.properties());
        }
        try (EmbeddedStores stores = EmbeddedStores.in(directory)) {
            assertThat(documents(stores.properties())).isEqualTo(1);
            assertThat(rows(stores.properties())).isEqualTo(1);
        }
    }

    private static void write(Map<String, String> properties) throws Exception {
        try (var mongo = MongoClients.create(get(properties, "spring.mongodb.uri"))) {
            mongo.getDatabase("postrider").getCollection("c").insertOne(new Document("_id", 1));
        }
        try (var jdbc = DriverManager.getConnection(get(properties, "spring.datasource.url"), "sa", "");
                var statement = jdbc.createStatement()) {
            statement.execute("create table t (id int)");
            statement.execute("insert into t values (1)");
        }
    }

    private static long documents(Map<String, String> properties) {
        try (var mongo = MongoClients.create(get(properties, "spring.mongodb.uri"))) {
            return mongo.getDatabase("postrider").getCollection("c").countDocuments();
        }
    }

    private static int rows(Map<String, String> properties) throws Exception {
        try (var jdbc = DriverManager.getConnection(get(properties, "spring.datasource.url"), "sa", "");
                var statement = jdbc.createStatement();
                var result = statement.executeQuery("select count(*) from t")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static String get(Map<String, String> properties, String key) {
        return java.util.Objects.requireNonNull(properties.get(key));
    }
}
