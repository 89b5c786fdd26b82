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
    record Node(Owners owners, Claims claims, Ledger ledger, Attempts attempts, RecentMails mails) {}

    Node node() {
        Owners owners = new Owners(mongo, settings, clock);
        Deliveries deliveries = new Deliveries(mongo, new StoreRetry(settings));
        Tallies tallies = new Tallies();
        DeadClaims deadClaims = new DeadClaims(deliveries, owners, tallies, clock);
        Attempts attempts = new Attempts(deliveries, deadClaims, tallies, clock);
        return new Node(
                owners,
                new Claims(deliveries, new ClaimTokens(owners, clock), deadClaims, attempts, tallies),
                new Ledger(deliveries, tallies, clock, new KeptFigures(mongo, clock), attempts),
                attempts,
                new RecentMails(deliveries));
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
