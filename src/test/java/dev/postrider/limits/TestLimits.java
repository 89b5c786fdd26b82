package dev.postrider.limits;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.postrider.embedded.TestStores;
import dev.postrider.outbox.TestRedis;
import dev.postrider.warmup.WarmUpPlan;
import dev.postrider.warmup.WarmUps;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Limits of one account as one process has them: with connections of its own. */
final class TestLimits implements AutoCloseable {

    static final Duration VALIDITY = Duration.ofMillis(100);
    static final String FROM = "Lucky Reels <rewards@mail.example.com>";

    final LettuceConnectionFactory connections;
    final SettableAccount account;
    final QuotaSnapshots snapshots;
    final SentLast24Hours sent;
    final SendLimits limits;
    private final MongoClient mongo;

    private TestLimits(
            LettuceConnectionFactory connections,
            String mongoUri,
            SettableAccount account,
            LimitsSettings settings,
            List<WarmUpPlan> warmUps) {
        this.connections = connections;
        this.account = account;
        ConnectionString uri = new ConnectionString(mongoUri);
        this.mongo = MongoClients.create(uri);
        var database = new SimpleMongoClientDatabaseFactory(mongo, Objects.requireNonNull(uri.getDatabase()));
        LimitsRedis redis = new LimitsRedis(connections, settings);
        this.snapshots = new QuotaSnapshots(database, settings);
        this.sent = new SentLast24Hours(redis, snapshots);
        Allotment allotment = new Allotment(settings, new WarmUps(warmUps));
        this.limits = new SendLimits(redis, sent, account, allotment, new SendingLeave(account, settings));
    }

    static LimitsSettings settings(String account, double transactionalReserve, Duration snapshotEvery) {
        return new LimitsSettings(account, VALIDITY, transactionalReserve, snapshotEvery, false, Duration.ofMinutes(5));
    }

    /** Makes the processes of one fresh account. */
    record Account(
            String name,
            String mongoUri,
            SettableAccount quota,
            double transactionalReserve,
            List<WarmUpPlan> warmUps) {

        static Account of(double maxSendRate, double max24HourSend) {
            return of(maxSendRate, max24HourSend, 0);
        }

        static Account of(double maxSendRate, double max24HourSend, double transactionalReserve) {
            return new Account(
                    UUID.randomUUID().toString(),
                    Objects.requireNonNull(properties().get("spring.mongodb.uri")),
                    new SettableAccount(maxSendRate, max24HourSend),
                    transactionalReserve,
                    List.of());
        }

        /** The identity as well. */
        Account warmingUp(String identity, LocalDate start, Long... days) {
            WarmUpPlan plan = new WarmUpPlan(identity, start, null, 1.4, List.of(days));
            List<WarmUpPlan> all =
                    Stream.concat(warmUps.stream(), Stream.of(plan)).toList();
            return new Account(name, mongoUri, quota, transactionalReserve, all);
        }

        private static Map<String, String> properties() {
            return TestStores.properties();
        }

        TestLimits process() {
            return process(TestRedis.connect());
        }

        TestLimits process(LettuceConnectionFactory connections) {
            return new TestLimits(
                    connections, mongoUri, quota, settings(name, transactionalReserve, Duration.ofSeconds(5)), warmUps);
        }

        String key(String suffix) {
            return "postrider:{" + name + "}:" + suffix;
        }
    }

    @Override
    public void close() {
        connections.destroy();
        mongo.close();
    }
}
