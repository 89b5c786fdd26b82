package dev.postrider.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
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
    void repeatsWhatAMajorityHasNotConfirmed() {
        failures.addAll(List.of(bulkFailure(new WriteConcernError(189, "", "stepped down", new BsonDocument()))));

        assertThat(retry(Duration.ofSeconds(30)).call(this::write)).isEqualTo("written");
    }

    @Test
    void doesNotRepeatABulkWriteThatMongoDbRefused() {
        failures.addAll(List.of(bulkFailure(null)));

        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() -> retry(Duration.ofSeconds(30)).call(this::write));
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

    private static MongoException bulkFailure(@Nullable WriteConcernError unconfirmed) {
        return new MongoBulkWriteException(
                BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of()),
                List.of(),
                unconfirmed,
                SERVER,
                Set.of());
    }

    private static StoreRetry retry(Duration limit) {
        return new StoreRetry(new LedgerSettings(Duration.ofSeconds(10), limit));
    }
}
