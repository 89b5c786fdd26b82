package dev.postrider.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class StoreRetryTests {

    private static final ServerAddress SERVER = new ServerAddress("mongo.example.com");
    private final MongoException lost = new MongoSocketException("connection lost", SERVER);
    private final MongoException failover = new MongoNotPrimaryException(new BsonDocument(), SERVER);
    private final MongoException refused = new MongoCommandException(new BsonDocument(), SERVER);

    private final Deque<MongoException> failures = new ArrayDeque<>();

    @Test
    void outlivesALostConnectionAndAFailover() {
        failures.addAll(List.of(lost, failover, failover));

        assertThat(retry(Duration.ofSeconds(30)).call(this::write)).isEqualTo("written");
    }

    @Test
    void doesNotRepeatWhatMongoDbRefused() {
        failures.addAll(List.of(refused, refused));

        assertThatExceptionOfType(MongoCommandException.class)
                .isThrownBy(() -> retry(Duration.ofSeconds(30)).call(this::write));
        assertThat(failures).hasSize(1);
    }

    @Test
    void givesUpWhenItsTimeIsOver() {
        failures.addAll(List.of(lost, lost, lost));

        assertThatExceptionOfType(MongoSocketException.class)
                .isThrownBy(() -> retry(Duration.ZERO).call(this::write));
        assertThat(failures).hasSize(2);
    }

    private String write() {
        MongoException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return "written";
    }

    private static StoreRetry retry(Duration limit) {
        return new StoreRetry(new LedgerSettings(Duration.ofSeconds(10), limit));
    }
}
