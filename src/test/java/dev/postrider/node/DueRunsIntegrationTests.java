package dev.postrider.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.SettableClock;
import dev.postrider.assist.Assistance;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Tallies;
import dev.postrider.ledger.Tally;
import dev.postrider.limits.SettableAccount;
import dev.postrider.limits.Standing;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import dev.postrider.schema.NewerSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = NodeSlice.class)
@Tag("mongodb")
class DueRunsIntegrationTests {

    private static final String DEAD = "dead";
    private static final String ALIVE = "alive";

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private DueRuns due;

    @Autowired
    private Assistance assistance;

    @Autowired
    private Runs runs;

    @Autowired
    private RunHolder holder;

    @Autowired
    private Owners owners;

    @Autowired
    private Tallies tallies;

    @Autowired
    private SettableClock clock;

    @Autowired
    private SettableAccount account;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void twoOtherProcessesOfWhichOneIsDead() {
        mongo.getDb().getCollection("owners").drop();
        runDocuments().drop();
        owner(DEAD, clock.instant().minusSeconds(1));
        owner(ALIVE, clock.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void runsOfDeadProcessesAreDueAndThoseOfLiveOnesAreNot() {
        RunId orphan = run("orphan", "SENDING", DEAD, null);
        RunId left = run("left", "SENDING", null, null);
        RunId ended = run("ended-here-unwritten", "SENDING", owners.self(), null);
        run("at-work", "SENDING", ALIVE, null);

        assertThat(now()).containsExactlyInAnyOrder(orphan, left, ended);
    }

    @Test
    void aRunThatANewerVersionWroteIsLeftAloneAndKeepsNoOther() {
        RunId newer = run("newer", "SENDING", DEAD, null);
        runDocuments().updateOne(Filters.eq("_id", newer.value()), Updates.set("v", 2));
        RunId known = run("known", "SENDING", DEAD, null);
        runDocuments().updateOne(Filters.eq("_id", known.value()), Updates.set("v", 1));

        assertThat(now()).containsExactly(known);

        assertThat(runs.all()).extracting(Run::id).containsExactly(known);
        assertThatThrownBy(() -> runs.get(newer))
                .isInstanceOf(NewerSchema.class)
                .hasMessage("run '%s' was written by a newer Postrider (schema 2, this one knows 1)", newer);
    }

    @Test
    void pausedRunsAreDueWhenTheirTimeHasCome() {
        RunId paused = run("paused", "PAUSED", null, clock.instant().plusSeconds(60));
        assertThat(now()).isEmpty();

        clock.advance(Duration.ofSeconds(60));

        assertThat(now()).containsExactly(paused);
    }

    @Test
    void pausedRunsWaitOnWhileSesLetsTheAccountSendNothing() {
        RunId paused = run("paused", "PAUSED", null, clock.instant());
        account.set(Standing.SENDING_DISABLED);
        assertThat(now()).isEmpty();

        account.set(Standing.HEALTHY);

        assertThat(now()).containsExactly(paused);
    }

    @Test
    void whatPeopleStoppedAndWhatFailedOrWaitsForAPersonIsLeftAlone() {
        List.of("STOPPED", "STOPPING", "FAILED", "ABANDONED", "COMPLETED")
                .forEach(state -> run(
                        state.toLowerCase(Locale.ROOT),
                        state,
                        DEAD,
                        clock.instant().minusSeconds(60)));
        run("sender-not-verified", "PAUSED", null, null);
        run("planned", "PLANNED", null, null);

        assertThat(now()).isEmpty();
    }

    @Test
    void aPlannedRunIsDueWhenItIsLaunchedAndAnyOtherStaysAsItIs() {
        RunId planned = run("planned", "PLANNED", null, null);
        RunId stopped = run("stopped", "STOPPED", null, null);
        RunId paused = run("paused", "PAUSED", null, clock.instant().plusSeconds(60));

        List.of(planned, stopped, paused).forEach(run -> runs.resumeAt(run, clock.instant()));

        assertThat(now()).containsExactly(planned);
    }

    @Test
    void aPausedRunThatSomebodyStopsIsNotResumed() {
        RunId paused = run("paused", "PAUSED", null, clock.instant());
        assertThat(now()).containsExactly(paused);

        runs.requestStop(paused);

        assertThat(now()).isEmpty();
    }

    @Test
    void aRunWhoseProcessDiedWhileItWasStoppingIsStoppedAndOneThatStillStopsIsNot() {
        RunId died = run("died", "STOPPING", DEAD, null);
        RunId stops = run("stops", "STOPPING", ALIVE, null);

        assertThat(now()).isEmpty();

        assertThat(runs.get(died).state()).isEqualTo(RunState.STOPPED);
        assertThat(runs.get(stops).state()).isEqualTo(RunState.STOPPING);
    }

    @Test
    void aStopInTheInstantOfATakeoverIsNotOverwritten() {
        Map<String, RunState> stopped =
                Map.of("SENDING", RunState.STOPPING, "PAUSED", RunState.STOPPED, "PLANNED", RunState.STOPPED);
        stopped.forEach((state, requested) -> {
            RunId id = run(state.toLowerCase(Locale.ROOT), state, DEAD, null);
            assertThat(holder.tryTake(runs.get(id))).isTrue();
            assertThat(runs.requestStop(id)).isTrue();
            assertThat(runs.get(id).state()).isEqualTo(requested);

            holder.get(id).sending(1);

            assertThat(runs.get(id).state()).isEqualTo(RunState.STOPPING);
            holder.release(id);
        });
    }

    @Test
    void ofSeveralNodesThatSawARunOneTakesIt() {
        Run seen = runs.get(run("contested", "SENDING", DEAD, null));
        runDocuments().updateOne(Filters.eq("_id", seen.id().value()), Updates.inc("epoch", 1L));
        assertThat(holder.tryTake(seen)).as("another was faster").isFalse();

        Run fresh = runs.get(seen.id());
        assertThat(holder.tryTake(fresh)).isTrue();
        assertThat(holder.tryTake(fresh)).as("held already").isFalse();
        holder.release(seen.id());
        assertThat(runs.get(seen.id()).owner()).isNull();
    }

    @Test
    void helpIsWantedForRunsThatLiveProcessesSendAndThatAreNotHeld() {
        RunId wanted = run("at-work", "SENDING", ALIVE, null);
        RunId held = run("held", "SENDING", ALIVE, null);
        run("orphan", "SENDING", DEAD, null);
        run("own", "SENDING", owners.self(), null);
        run("stopping", "STOPPING", ALIVE, null);

        runs.hold(runs.get(held), "the quota is used up", clock.instant().plusSeconds(60));

        assertThat(assistance.wanted()).extracting(Run::id).containsExactly(wanted);
    }

    @Test
    void ofSeveralHoldsOfARunTheFirstCountsAndNoneOfAnEarlierEpoch() {
        Run seen = runs.get(run("held", "SENDING", ALIVE, null));
        Instant resumesAt = clock.instant().plusSeconds(60);

        runs.hold(seen, "the quota is used up", resumesAt);
        runs.hold(seen, "sending is paused", null);
        assertThat(runs.get(seen.id()).cause()).isEqualTo("the quota is used up");
        assertThat(runs.get(seen.id()).resumesAt()).isEqualTo(resumesAt);

        runDocuments()
                .updateOne(
                        Filters.eq("_id", seen.id().value()),
                        Updates.combine(Updates.inc("epoch", 1L), Updates.unset("cause")));
        runs.hold(seen, "of a helper that was frozen", null);
        assertThat(runs.get(seen.id()).cause()).isNull();
    }

    @Test
    void theTallyOfARunIsForgottenWhenItIsReleased() {
        Run seen = runs.get(run("tallied", "SENDING", DEAD, null));
        assertThat(holder.tryTake(seen)).isTrue();
        Tally tally = tallies.of(seen.id());
        assertThat(tallies.of(seen.id())).isSameAs(tally);

        holder.release(seen.id());

        assertThat(tallies.of(seen.id())).isNotSameAs(tally);
    }

    private List<RunId> now() {
        return due.now().stream().map(Run::id).toList();
    }

    private RunId run(String campaign, String state, @Nullable String owner, @Nullable Instant resumesAt) {
        RunId id = RunId.of(campaign, Instant.parse("2026-11-24T09:00:00Z"));
        runDocuments()
                .insertOne(new Document("_id", id.value())
                        .append("state", state)
                        .append("epoch", 1L)
                        .append("owner", owner)
                        .append("day", "2026-11-24")
                        .append("source", "")
                        .append("template", "")
                        .append("resumesAt", resumesAt == null ? null : Date.from(resumesAt))
                        .append("createdAt", Date.from(clock.instant())));
        return id;
    }

    private void owner(String id, Instant expiresAt) {
        mongo.getDb()
                .getCollection("owners")
                .insertOne(new Document("_id", id)
                        .append("host", "host-a")
                        .append("pid", 1L)
                        .append("expiresAt", Date.from(expiresAt)));
    }

    private MongoCollection<Document> runDocuments() {
        return mongo.getDb().getCollection("runs");
    }
}
