package dev.postrider.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.SettableClock;
import dev.postrider.assist.Assistance;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Skip;
import dev.postrider.ledger.SkipReason;
import dev.postrider.ledger.Tallies;
import dev.postrider.ledger.Tally;
import dev.postrider.recipient.RecipientId;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs that several processes have to do with at a time: takeovers, and help. */
@SpringBootTest(classes = NodeSlice.class)
@Tag("mongodb")
class SharedRunsIntegrationTests {

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

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
    private Ledger ledger;

    @Autowired
    private Takeovers takeovers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MongoTemplate mongo;

    private StoredRuns stored;

    @BeforeEach
    void twoOtherProcessesOfWhichOneIsDead() {
        stored = StoredRuns.none(mongo, clock);
    }

    @Test
    void aStopInTheInstantOfATakeoverIsNotOverwritten() {
        Map<String, RunState> stopped =
                Map.of("SENDING", RunState.STOPPING, "PAUSED", RunState.STOPPED, "PLANNED", RunState.STOPPED);
        stopped.forEach((state, requested) -> {
            RunId id = stored.insert(state.toLowerCase(Locale.ROOT), state, StoredRuns.DEAD, null);
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
        Run seen = runs.get(stored.insert("contested", "SENDING", StoredRuns.DEAD, null));
        stored.runs().updateOne(Filters.eq("_id", seen.id().value()), Updates.inc("epoch", 1L));
        assertThat(holder.tryTake(seen)).as("another was faster").isFalse();

        Run fresh = runs.get(seen.id());
        assertThat(holder.tryTake(fresh)).isTrue();
        assertThat(holder.tryTake(fresh)).as("held already").isFalse();
        holder.release(seen.id());
        assertThat(runs.get(seen.id()).owner()).isNull();
    }

    @Test
    void helpIsWantedForRunsThatLiveProcessesSendAndThatAreNotHeld() {
        RunId wanted = stored.insert("at-work", "SENDING", StoredRuns.ALIVE, null);
        RunId held = stored.insert("held", "SENDING", StoredRuns.ALIVE, null);
        stored.insert("orphan", "SENDING", StoredRuns.DEAD, null);
        stored.insert("own", "SENDING", owners.self(), null);
        stored.insert("stopping", "STOPPING", StoredRuns.ALIVE, null);

        runs.hold(runs.get(held), "the quota is used up", clock.instant().plusSeconds(60));

        assertThat(assistance.wanted()).extracting(Run::id).containsExactly(wanted);
    }

    @Test
    void ofSeveralHoldsOfARunTheFirstCountsAndNoneOfAnEarlierEpoch() {
        Run seen = runs.get(stored.insert("held", "SENDING", StoredRuns.ALIVE, null));
        Instant resumesAt = clock.instant().plusSeconds(60);

        runs.hold(seen, "the quota is used up", resumesAt);
        runs.hold(seen, "sending is paused", null);
        assertThat(runs.get(seen.id()).cause()).isEqualTo("the quota is used up");
        assertThat(runs.get(seen.id()).resumesAt()).isEqualTo(resumesAt);

        stored.runs()
                .updateOne(
                        Filters.eq("_id", seen.id().value()),
                        Updates.combine(Updates.inc("epoch", 1L), Updates.unset("cause")));
        runs.hold(seen, "of a helper that was frozen", null);
        assertThat(runs.get(seen.id()).cause()).isNull();
    }

    @Test
    void aRunThatKillsOneProcessAfterTheOtherWaitsForAPerson() {
        RunId id = stored.insert("poison", "SENDING", StoredRuns.DEAD, null);
        for (int takeover = 1; takeover <= 5; takeover++) {
            assertThat(goesOnAfterADeath(id)).isTrue();
        }
        ledger.skip(id, List.of(Skip.of(new RecipientId("a"), SkipReason.SUPPRESSED)));
        for (int takeover = 1; takeover <= 5; takeover++) {
            assertThat(goesOnAfterADeath(id)).as("after progress, " + takeover).isTrue();
        }

        assertThat(goesOnAfterADeath(id)).isFalse();

        assertThat(runs.get(id).state()).isEqualTo(RunState.PAUSED);
        assertThat(runs.get(id).resumesAt()).isNull();
        assertThat(runs.get(id).cause()).startsWith("its process died 6 times in a row");
        stored.runs().updateOne(Filters.eq("_id", id.value()), Updates.set("state", "SENDING"));
        assertThat(goesOnAfterADeath(id)).as("when a person has resumed it").isTrue();
    }

    private boolean goesOnAfterADeath(RunId id) {
        stored.runs().updateOne(Filters.eq("_id", id.value()), Updates.set("owner", StoredRuns.DEAD));
        Run seen = runs.get(id);
        assertThat(holder.tryTake(seen)).isTrue();
        boolean goesOn = takeovers.goOn(seen);
        holder.release(id);
        return goesOn;
    }

    @Test
    void theTallyOfARunIsForgottenWhenItIsReleased() {
        Run seen = runs.get(stored.insert("tallied", "SENDING", StoredRuns.DEAD, null));
        assertThat(holder.tryTake(seen)).isTrue();
        Tally tally = tallies.of(seen.id());
        assertThat(tallies.of(seen.id())).isSameAs(tally);

        holder.release(seen.id());

        assertThat(tallies.of(seen.id())).isNotSameAs(tally);
    }
}
