package dev.postrider.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.recipient.UpsertOutcome.AddressTaken;
import dev.postrider.recipient.UpsertOutcome.Imported;
import dev.postrider.recipient.UpsertOutcome.Unchanged;
import dev.postrider.recipient.UpsertOutcome.Updated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("mongodb")
class RecipientUpsertsIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private static final AtomicInteger SAID = new AtomicInteger();

    private final TestMongo mongo = new TestMongo();
    private final Recipients recipients = new Recipients(mongo);
    private final RecipientUpserts upserts = upsertsAt(NOW);

    @AfterEach
    void close() throws Exception {
        mongo.destroy();
    }

    @Test
    void tellsImportedUpdatedAndUnchangedApart() {
        RecipientChange ann = change("1", "ann@example.com", Map.of("firstName", "Ann", "attributes.level", 3));
        assertThat(upserts.apply(List.of(ann))).containsExactly(new Imported());
        assertThat(upserts.apply(List.of(again(ann)))).containsExactly(new Unchanged());
        RecipientChange grown = change("1", "Ann@example.com", Map.of("attributes.level", 4));
        assertThat(upserts.apply(List.of(grown, change("2", "bob@example.com", Map.of()))))
                .containsExactly(new Updated(), new Imported());
        Recipient stored = find("1");
        assertThat(stored.firstName()).isEqualTo("Ann");
        assertThat(stored.email()).isEqualTo("Ann@example.com");
        assertThat(stored.attributes()).containsEntry("level", 4);
    }

    @Test
    void theSameStatementMadeAgainAfterACrashHasTheSameOutcome() {
        RecipientChange ann = change("1", "ann@example.com", Map.of("attributes.level", 3));
        RecipientChange grown = change("1", "ann@example.com", Map.of("attributes.level", 4));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(upserts.apply(List.of(ann))).containsExactly(new Imported());
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(upserts.apply(List.of(grown))).containsExactly(new Updated());
        }
    }

    @Test
    void clearsOnlyWhatTheChangeNames() {
        upserts.apply(List.of(change("1", "ann@example.com", Map.of("firstName", "Ann", "attributes.level", 3))));
        RecipientChange cleared = new RecipientChange(
                new RecipientId("1"),
                EmailAddress.parse("ann@example.com"),
                Map.of(),
                Set.of("attributes.level", "lastName"),
                null,
                "test");
        assertThat(upserts.apply(List.of(cleared))).containsExactly(new Updated());
        assertThat(upserts.apply(List.of(again(cleared)))).containsExactly(new Unchanged());
        assertThat(find("1").attributes()).isEmpty();
        assertThat(find("1").firstName()).isEqualTo("Ann");
    }

    @Test
    void theLastOfSeveralChangesToOneRecipientCounts() {
        assertThat(upserts.apply(List.of(
                        change("1", "a@example.com", Map.of("firstName", "A")),
                        change("1", "b@example.com", Map.of("firstName", "B")),
                        change("2", "a@example.com", Map.of()))))
                .containsExactly(new Imported(), new Updated(), new Imported());
        assertThat(find("1").address()).isEqualTo("b@example.com");
    }

    @Test
    void anAddressBelongsToOneRecipient() {
        upserts.apply(List.of(change("1", "ann@example.com", Map.of())));
        assertThat(upserts.apply(List.of(
                        change("2", "ANN@example.com", Map.of()),
                        change("3", "bob@example.com", Map.of()),
                        change("4", "Bob@Example.com", Map.of()))))
                .containsExactly(
                        new AddressTaken(new RecipientId("1")), new Imported(), new AddressTaken(new RecipientId("3")));
        assertThat(recipients.find(new RecipientId("2"))).isEmpty();
    }

    @Test
    void aRecipientWhoMovesGivesTheFormerAddressFree() {
        upserts.apply(List.of(change("1", "old@example.com", Map.of())));
        upserts.apply(List.of(change("1", "new@example.com", Map.of())));
        assertThat(upserts.apply(List.of(change("2", "old@example.com", Map.of()))))
                .containsExactly(new Imported());
        assertThat(upserts.apply(List.of(change("3", "new@example.com", Map.of()))))
                .containsExactly(new AddressTaken(new RecipientId("1")));
    }

    @Test
    void aReservationWithoutRecipientIsGivenAwayAfterAnHour() {
        addresses()
                .insertOne(new Document("_id", "ann@example.com")
                        .append("recipient", "lost")
                        .append("at", Date.from(NOW)));
        RecipientChange ann = change("1", "ann@example.com", Map.of());
        assertThat(upserts.apply(List.of(ann))).containsExactly(new AddressTaken(new RecipientId("lost")));
        assertThat(upsertsAt(NOW.plus(Duration.ofMinutes(61))).apply(List.of(ann)))
                .containsExactly(new Imported());
        assertThat(addresses().find().first()).containsEntry("recipient", "1");
    }

    @Test
    void aReservationInUseIsNeverGivenAway() {
        upserts.apply(List.of(change("1", "ann@example.com", Map.of())));
        assertThat(upsertsAt(NOW.plus(Duration.ofDays(400))).apply(List.of(change("2", "ann@example.com", Map.of()))))
                .containsExactly(new AddressTaken(new RecipientId("1")));
    }

    @Test
    void ofTwoImportsAtTheSameTimeOneGetsEachAddress() {
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<List<UpsertOutcome>>> imports = Stream.of("a", "b")
                .map(prefix -> CompletableFuture.supplyAsync(() -> {
                    await(start);
                    return upserts.apply(IntStream.range(0, 500)
                            .mapToObj(i -> change(prefix + i, "shared" + i + "@example.com", Map.of()))
                            .toList());
                }))
                .toList();
        List<UpsertOutcome> first = imports.get(0).join();
        List<UpsertOutcome> second = imports.get(1).join();
        for (int i = 0; i < 500; i++) {
            assertThat(Stream.of(first.get(i), second.get(i)).filter(Imported.class::isInstance))
                    .hasSize(1);
        }
        assertThat(recipients.count(new Document())).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    -, -, SUBSCRIBED
                    -, PENDING, PENDING
                    -, UNSUBSCRIBED, UNSUBSCRIBED
                    SUBSCRIBED, UNSUBSCRIBED, UNSUBSCRIBED
                    SUBSCRIBED, PAUSED, PAUSED
                    SUBSCRIBED, PENDING, SUBSCRIBED
                    PENDING, PAUSED, PAUSED
                    PENDING, SUBSCRIBED, PENDING
                    PAUSED, SUBSCRIBED, PAUSED
                    UNSUBSCRIBED, -, UNSUBSCRIBED
                    UNSUBSCRIBED, SUBSCRIBED, UNSUBSCRIBED
                    UNSUBSCRIBED, PAUSED, UNSUBSCRIBED
                    """)
    void aFileTakesConsentAwayButNeverGivesItBack(
            @Nullable Subscription before, @Nullable Subscription said, Subscription after) {
        if (before != null) {
            upserts.apply(List.of(subscription(before)));
        }
        List<UpsertOutcome> outcomes = upserts.apply(List.of(subscription(said)));
        assertThat(find("1").subscription()).isEqualTo(after);
        assertThat(outcomes.get(0) instanceof Unchanged).isEqualTo(before == after);
    }

    @Test
    void keepsTheMarkOfInactivity() {
        upserts.apply(List.of(change("1", "ann@example.com", Map.of())));
        mongo.getMongoDatabase()
                .getCollection("recipients")
                .updateOne(Filters.eq("_id", "1"), Updates.set("inactivity.stage", 90));
        upserts.apply(List.of(change("1", "ann@example.com", Map.of("firstName", "Ann"))));
        assertThat(find("1").inactivityStage()).isEqualTo(90);
    }

    private RecipientUpserts upsertsAt(Instant now) {
        return new RecipientUpserts(mongo, new AddressReservations(mongo, Clock.fixed(now, ZoneOffset.UTC)));
    }

    private Recipient find(String id) {
        return recipients.find(new RecipientId(id)).orElseThrow();
    }

    private MongoCollection<Document> addresses() {
        return mongo.getMongoDatabase().getCollection("addresses");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecipientChange subscription(@Nullable Subscription subscription) {
        return new RecipientChange(
                new RecipientId("1"), EmailAddress.parse("ann@example.com"), Map.of(), Set.of(), subscription, said());
    }

    private static RecipientChange again(RecipientChange change) {
        return new RecipientChange(
                change.id(), change.email(), change.values(), change.cleared(), change.subscription(), said());
    }

    private static String said() {
        return "test " + SAID.incrementAndGet();
    }

    private static RecipientChange change(String id, String email, Map<String, Object> values) {
        return new RecipientChange(new RecipientId(id), EmailAddress.parse(email), values, Set.of(), null, said());
    }
}
