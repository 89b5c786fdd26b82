package dev.postrider.ledger;

import dev.postrider.SettableClock;
import dev.postrider.embedded.TestMongo;
import dev.postrider.recipient.RecipientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Ledgers of several processes over one database. */
final class LedgerFixture {

    static final RunId RUN = new RunId("weekly-loyalty@20261124T090000Z");

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    final LedgerSettings settings = new LedgerSettings(Duration.ofSeconds(10), Duration.ofSeconds(5));
    private final MongoTemplate mongo = TestMongo.template();

    /** One process's view of the ledger. */
    record Node(Owners owners, Claims claims, Ledger ledger) {}

    Node node() {
        Owners owners = new Owners(mongo, settings, clock);
        Deliveries deliveries = new Deliveries(mongo);
        StoreRetry retry = new StoreRetry(settings);
        Tallies tallies = new Tallies();
        return new Node(
                owners,
                new Claims(deliveries, owners, retry, tallies, clock),
                new Ledger(deliveries, retry, tallies, clock, new KeptFigures(mongo, clock)));
    }

    OldLeases oldLeases() {
        return new OldLeases(mongo);
    }

    static List<RecipientId> recipients(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RecipientId(String.format("%05d", i)))
                .toList();
    }
}
