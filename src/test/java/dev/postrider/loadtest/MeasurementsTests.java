package dev.postrider.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.postrider.delivery.Hold;
import dev.postrider.delivery.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeasurementsTests {

    private static final Outcome ACCEPTED = new Outcome.Accepted("id");
    private static final Outcome THROTTLED = new Outcome.Throttled("Maximum sending rate exceeded.");

    private final Measurements measurements = new Measurements();

    private void add(long millis, Outcome... outcomes) {
        measurements.add(
                Collections.nCopies(outcomes.length, SimulatedMailbox.BOUNCE),
                List.of(outcomes),
                TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private Latency latency(String outcome) {
        return Objects.requireNonNull(measurements.requests().latency().get(outcome), outcome);
    }

    @Test
    void percentilesAreThoseOfAllRequests() {
        for (int millis = 1_000; millis >= 1; millis--) {
            add(millis, ACCEPTED);
        }

        Latency latency = latency("accepted");
        assertThat(latency.requests()).isEqualTo(1_000);
        assertThat(latency.p50()).isCloseTo(500, within(0.5));
        assertThat(latency.p90()).isCloseTo(900, within(0.9));
        assertThat(latency.p99()).isCloseTo(990, within(1.0));
        assertThat(latency.max()).isCloseTo(1_000, within(1.0));
        assertThat(measurements.requests().seconds()).isCloseTo(500.5, within(0.001));
    }

    @Test
    void aQuickRefusalDoesNotMakeTheAccountLookQuick() {
        add(100, ACCEPTED);
        add(1, THROTTLED);
        add(2, THROTTLED, THROTTLED);

        assertThat(latency("accepted").p50()).isCloseTo(100, within(0.1));
        assertThat(latency("throttled").requests()).isEqualTo(2);
        assertThat(measurements.requests().count()).isEqualTo(3);
    }

    @Test
    void aRequestWithOneAcceptedMessageIsAccepted() {
        add(5, THROTTLED, ACCEPTED);

        assertThat(measurements.requests().latency()).containsOnlyKeys("accepted");
    }

    @Test
    void everyMessageTriedHasAnOutcomeAndTheRefusedACause() {
        add(1, ACCEPTED, THROTTLED, new Outcome.Held(Hold.QUOTA, "used up"));
        add(1, new Outcome.Rejected("no"), new Outcome.NotSent("refused"), new Outcome.Unknown("reset"));

        LoadReport.Messages messages = measurements.messages();
        assertThat(messages.tried()).isEqualTo(6);
        assertThat(messages.outcomes())
                .containsOnlyKeys("accepted", "rejected", "throttled", "quota", "not-sent", "unknown");
        assertThat(messages.accepted()).containsOnlyKeys("bounce");
        assertThat(messages.refused())
                .contains(new LoadReport.Refused("quota", "used up", 1), new LoadReport.Refused("rejected", "no", 1))
                .hasSize(5);
    }

    @Test
    void manyCausesAreCountedTogether() {
        for (int i = 0; i < 1_000; i++) {
            add(1, new Outcome.Unknown("request " + i + " failed"));
        }

        List<LoadReport.Refused> refused = measurements.messages().refused();
        assertThat(refused).hasSizeLessThan(30).contains(new LoadReport.Refused("unknown", "others", 980));
        assertThat(refused.stream().mapToLong(LoadReport.Refused::messages).sum())
                .isEqualTo(1_000);
    }
}
