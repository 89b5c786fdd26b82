package dev.postrider.recipient;

import dev.postrider.embedded.TestStores;
import java.util.Objects;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** A database of its own on the stores that all tests share. */
public final class TestMongo extends SimpleMongoClientDatabaseFactory {

    public TestMongo() {
        super(Objects.requireNonNull(TestStores.properties().get("spring.mongodb.uri")));
    }
}
