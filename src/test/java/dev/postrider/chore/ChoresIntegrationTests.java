package dev.postrider.chore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.postrider.SettableClock;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@Import(Sweeping.class)
@Tag("mongodb")
class ChoresIntegrationTests {

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private Chores chores;

    @Autowired
    private DueChores due;

    @Autowired
    private OldChores old;

    @Autowired
    private FailingChores failing;

    @Autowired
    private ChoreWork work;

    @Autowired
    private ChoreJobs jobs;

    @Autowired
    private Jobs allJobs;

    @Autowired
    private Sweeping.Broom broom;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Owners owners;

    private int sweptBefore;

    /** In a time of its own, since the job repository remembers slots. */
    @BeforeEach
    void nothingIsDue() {
        mongo.getDb().getCollection("chores").drop();
        clock.advance(Duration.ofDays(1));
        broom.failWith(null);
        sweptBefore = broom.swept();
    }

    @Test
    void aSlotIsWorkedOnOnceHoweverOftenItIsOpened() {
        RunId slot = open(0);
        open(0);

        look();
        open(0);
        look();

        assertThat(swept()).isEqualTo(1);
        assertThat(state(slot)).isEqualTo("DONE");
        assertThat(chores.known(slot)).isTrue();
    }

    @Test
    void slotsOfAJobAreDoneInTheirOrder() {
        RunId first = open(0);
        RunId second = open(1);

        look();
        assertThat(List.of(state(first), state(second))).containsExactly("DONE", "DUE");
        look();

        assertThat(List.of(state(first), state(second))).containsExactly("DONE", "DONE");
        assertThat(swept()).isEqualTo(2);
    }

    @Test
    void aJobThatFailsIsTriedAgainAfterAMinute() {
        RunId slot = open(0);
        broom.failWith("the broom broke");
        look();
        broom.failWith(null);

        clock.advance(Duration.ofSeconds(59));
        assertThat(due.now()).isEmpty();
        assertThat(failing.all()).containsExactly(new FailingChore(slot, "the broom broke"));
        clock.advance(Duration.ofSeconds(1));
        look();

        assertThat(state(slot)).isEqualTo("DONE");
        assertThat(swept()).isEqualTo(1);
        assertThat(failing.all()).isEmpty();
    }

    @Test
    void aJobThatGoesOnFailingIsGivenUpForItsNextSlotAndShownAsMissed() {
        RunId first = open(0);
        broom.failWith("the broom broke");
        look();
        RunId next = open(1);
        clock.advance(Duration.ofMinutes(1));

        look();

        assertThat(state(first)).isEqualTo("GIVEN_UP");
        assertThat(failing.all()).isEmpty();
        assertThat(mongo.getDb()
                        .getCollection("missedSlots")
                        .find(Filters.eq("_id", first.value()))
                        .map(missed -> missed.getString("reason")))
                .containsExactly("the broom broke");
        broom.failWith(null);
        look();
        assertThat(state(next)).isEqualTo("DONE");
    }

    @Test
    void whatADeadProcessHadIsDueAndWhatALiveOneHasIsNot() {
        RunId slot = open(0);
        owner("alive", clock.instant().plusSeconds(60));
        owner("dead", clock.instant().minusSeconds(1));

        heldBy(slot, "alive");
        assertThat(due.now()).isEmpty();
        heldBy(slot, "dead");

        look();
        assertThat(state(slot)).isEqualTo("DONE");
    }

    @Test
    void ofSeveralNodesThatSawAChoreOneTakesIt() {
        open(0);
        Chore seen = due.now().get(0);

        assertThat(chores.take(seen)).isTrue();
        assertThat(chores.take(seen)).isFalse();
    }

    @Test
    void whatSomebodyFinishedByHandIsDone() {
        RunId slot = open(0);
        broom.failWith("the broom broke");
        look();
        broom.failWith(null);
        allJobs.restart(jobs.last(chore(slot)).orElseThrow().id());

        clock.advance(Duration.ofMinutes(1));
        look();

        assertThat(state(slot)).isEqualTo("DONE");
        assertThat(swept()).isEqualTo(1);
    }

    @Test
    void whatWasDoneOrGivenUpLongAgoGoes() {
        RunId first = open(0);
        broom.failWith("the broom broke");
        look();
        RunId next = open(1);
        clock.advance(Duration.ofMinutes(1));
        look();
        broom.failWith(null);
        look();
        RunId open = open(2);
        clock.advance(Duration.ofDays(1));
        Instant done = clock.instant().minus(Duration.ofDays(1));
        assertThat(old.count(done)).isZero();

        assertThat(old.delete(clock.instant())).isEqualTo(2);

        assertThat(List.of(first, next)).noneMatch(chores::known);
        assertThat(chores.known(open)).isTrue();
    }

    @Test
    void aNodeThatIsShutDownBeginsNone() {
        open(0);
        ChoreWork closed = new ChoreWork(chores, due, jobs, events);
        closed.close();

        due.now().forEach(closed::goOn);

        assertThat(swept()).isZero();
        assertThat(due.now()).hasSize(1);
    }

    private RunId open(int hour) {
        Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        RunId id = RunId.of(Sweeping.NAME, midnight.plus(Duration.ofHours(hour)));
        chores.open(id, ZoneOffset.UTC);
        return id;
    }

    private void look() {
        due.now().forEach(work::goOn);
    }

    private int swept() {
        return broom.swept() - sweptBefore;
    }

    private Chore chore(RunId slot) {
        return chores.open().stream()
                .filter(chore -> chore.id().equals(slot))
                .findFirst()
                .orElseThrow();
    }

    private String state(RunId slot) {
        return document(slot).getString("state");
    }

    private Document document(RunId slot) {
        return Objects.requireNonNull(mongo.getDb()
                .getCollection("chores")
                .find(Filters.eq("_id", slot.value()))
                .first());
    }

    private void heldBy(RunId slot, String owner) {
        mongo.getDb()
                .getCollection("chores")
                .updateOne(Filters.eq("_id", slot.value()), new Document("$set", new Document("owner", owner)));
    }

    private void owner(String id, Instant expiresAt) {
        assertThat(owners.self()).isNotEqualTo(id);
        mongo.getDb()
                .getCollection("owners")
                .insertOne(new Document("_id", id)
                        .append("host", "h")
                        .append("pid", 1L)
                        .append("expiresAt", Date.from(expiresAt)));
    }
}
