package dev.postrider.embedded;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.util.Objects;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** Fresh databases on the shared embedded server, for tests without a Spring context. */
public final class TestMongo {

    private TestMongo() {}

    public static MongoTemplate template() {
        ConnectionString uri = new ConnectionString(
                Objects.requireNonNull(TestStores.properties().get("spring.mongodb.uri")));
        return new MongoTemplate(new SimpleMongoClientDatabaseFactory(
                MongoClients.create(uri), Objects.requireNonNull(uri.getDatabase())));
    }
}
