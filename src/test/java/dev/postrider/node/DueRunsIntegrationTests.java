package dev.postrider.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.SettableClock;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.limits.SettableAccount;
import dev.postrider.limits.Standing;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import dev.postrider.schema.NewerSchema;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private DueRuns due;

    @Autowired
    private Runs runs;

    @Autowired
    private Owners owners;

    @Autowired
    private SettableClock clock;

    @Autowired
    private SettableAccount account;

    @Autowired
    private MongoTemplate mongo;

    private StoredRuns stored;

    @BeforeEach
    void twoOtherProcessesOfWhichOneIsDead() {
        stored = StoredRuns.none(mongo, clock);
    }

    @Test
    void runsOfDeadProcessesAreDueAndThoseOfLiveOnesAreNot() {
        RunId orphan = stored.insert("orphan", "SENDING", StoredRuns.DEAD, null);
        RunId left = stored.insert("left", "SENDING", null, null);
        RunId ended = stored.insert("ended-here-unwritten", "SENDING", owners.self(), null);
        stored.insert("at-work", "SENDING", StoredRuns.ALIVE, null);

        assertThat(now()).containsExactlyInAnyOrder(orphan, left, ended);
    }

    @Test
    void aRunThatANewerVersionWroteIsLeftAloneAndKeepsNoOther() {
        RunId newer = stored.insert("newer", "SENDING", StoredRuns.DEAD, null);
        stored.runs().updateOne(Filters.eq("_id", newer.value()), Updates.set("v", 2));
        RunId known = stored.insert("known", "SENDING", StoredRuns.DEAD, null);
        stored.runs().updateOne(Filters.eq("_id", known.value()), Updates.set("v", 1));

        assertThat(now()).containsExactly(known);

        assertThat(runs.newest(10)).extracting(Run::id).containsExactly(known);
        assertThatThrownBy(() -> runs.get(newer))
                .isInstanceOf(NewerSchema.class)
                .hasMessage("run '%s' was written by a newer Postrider (schema 2, this one knows 1)", newer);
    }

    @Test
    void pausedRunsAreDueWhenTheirTimeHasCome() {
        RunId paused = stored.insert("paused", "PAUSED", null, clock.instant().plusSeconds(60));
        assertThat(now()).isEmpty();

        clock.advance(Duration.ofSeconds(60));

        assertThat(now()).containsExactly(paused);
    }

    @Test
    void pausedRunsWaitOnWhileSesLetsTheAccountSendNothing() {
        RunId paused = stored.insert("paused", "PAUSED", null, clock.instant());
        account.set(Standing.SENDING_DISABLED);
        assertThat(now()).isEmpty();

        account.set(Standing.HEALTHY);

        assertThat(now()).containsExactly(paused);
    }

    @Test
    void whatPeopleStoppedAndWhatFailedOrWaitsForAPersonIsLeftAlone() {
        List.of("STOPPED", "STOPPING", "FAILED", "ABANDONED", "COMPLETED")
                .forEach(state -> stored.insert(
                        state.toLowerCase(Locale.ROOT),
                        state,
                        StoredRuns.DEAD,
                        clock.instant().minusSeconds(60)));
        stored.insert("sender-not-verified", "PAUSED", null, null);
        stored.insert("planned", "PLANNED", null, null);

        assertThat(now()).isEmpty();
    }

    @Test
    void aPlannedRunIsDueWhenItIsLaunchedAndAnyOtherStaysAsItIs() {
        RunId planned = stored.insert("planned", "PLANNED", null, null);
        RunId stopped = stored.insert("stopped", "STOPPED", null, null);
        RunId paused = stored.insert("paused", "PAUSED", null, clock.instant().plusSeconds(60));

        List.of(planned, stopped, paused).forEach(run -> runs.resumeAt(run, clock.instant()));

        assertThat(now()).containsExactly(planned);
    }

    @Test
    void aPausedRunThatSomebodyStopsIsNotResumed() {
        RunId paused = stored.insert("paused", "PAUSED", null, clock.instant());
        assertThat(now()).containsExactly(paused);

        runs.requestStop(paused);

        assertThat(now()).isEmpty();
    }

    @Test
    void aRunWhoseProcessDiedWhileItWasStoppingIsStoppedAndOneThatStillStopsIsNot() {
        RunId died = stored.insert("died", "STOPPING", StoredRuns.DEAD, null);
        RunId stops = stored.insert("stops", "STOPPING", StoredRuns.ALIVE, null);

        assertThat(now()).isEmpty();

        assertThat(runs.get(died).state()).isEqualTo(RunState.STOPPED);
        assertThat(runs.get(stops).state()).isEqualTo(RunState.STOPPING);
    }

    private List<RunId> now() {
        return due.now().stream().map(Run::id).toList();
    }
}
