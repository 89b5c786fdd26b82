package dev.postrider.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.report.RunFeedback;
import dev.postrider.report.RunReport;
import dev.postrider.run.RunState;
import dev.postrider.terminal.Gauge;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunSightTests {

    private static final Instant SLOT = Instant.parse("2026-11-24T09:00:00Z");

    private static RunSight sight(RunState state, @Nullable Instant resumesAt, boolean owned) {
        RunReport report = new RunReport(
                "weekly@20261124T090000Z",
                "weekly",
                SLOT,
                state,
                null,
                resumesAt,
                2_000,
                1_000,
                1,
                2,
                new TreeMap<>(Map.of("suppressed", 10L)),
                List.of(),
                new RunFeedback(0, 0.0, 0, 0.0, 0, 0),
                null,
                7L,
                0,
                0);
        return new RunSight(report, List.of(new RunSight.RunStep("render", "STARTED")), 0, null, owned);
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNED, false",
        "AWAITING_APPROVAL, true",
        "SENDING, false",
        "PAUSED, true",
        "STOPPING, false",
        "STOPPED, true",
        "FAILED, true",
        "COMPLETED, true",
        "ABANDONED, true",
    })
    void isAtRestWhereNothingHappensWithoutAPerson(RunState state, boolean rests) {
        assertThat(sight(state, null, false).atRest()).isEqualTo(rests);
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNED", "PAUSED"})
    void isNotAtRestWhenItGoesOnByItself(RunState state) {
        assertThat(sight(state, SLOT, false).atRest()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNED", "PAUSED", "STOPPED", "FAILED", "AWAITING_APPROVAL"})
    void isNotAtRestWhileAProcessBeginsOrGoesOnWithIt(RunState state) {
        assertThat(sight(state, null, true).atRest()).isFalse();
    }

    @Test
    void tellsStateFiguresAndSteps() {
        RunSight sending = sight(RunState.SENDING, null, true);

        assertThat(sending.facts())
                .containsExactly(
                        "weekly@20261124T090000Z is sending",
                        "sent 1,000 of 2,000, rejected 1, skipped 10, unknown 2",
                        "render started");
        assertThat(sending.gauges()).containsExactly(new Gauge("deliver", 1_013, 2_000));
    }

    @Test
    void saysWhenARunGoesOnOrBeginsAndWhenNobodyWorksOnIt() {
        assertThat(sight(RunState.PAUSED, SLOT, false).facts().get(0)).endsWith("; goes on 2026-11-24 09:00:00Z");
        assertThat(sight(RunState.SENDING, null, false).facts().get(0)).contains("nobody works on it");
        assertThat(sight(RunState.PLANNED, null, false).facts().get(0)).contains("waits for its slot's schedule");
    }

    @Test
    void theSkipsThatAPlanExpectsAreNotDone() {
        assertThat(sight(RunState.AWAITING_APPROVAL, null, false).gauges())
                .containsExactly(new Gauge("deliver", 0, 2_000));
    }
}
