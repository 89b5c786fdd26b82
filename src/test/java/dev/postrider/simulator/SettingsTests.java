package dev.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.SettableClock;
import dev.postrider.simulator.sending.SendFault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final Settings settings = new Settings(SimulatorOptions.defaults(), clock);

    @Test
    void everyNthSendMeetsItsFault() {
        settings.change(Map.of("throttleEvery", 2, "resetAfterEvery", 3));
        assertThat(next(6))
                .containsExactly(
                        SendFault.NONE,
                        SendFault.THROTTLE,
                        SendFault.RESET_AFTER,
                        SendFault.THROTTLE,
                        SendFault.NONE,
                        SendFault.THROTTLE);
    }

    @Test
    void aChangeOfFaultsCountsAnewAndOtherChangesDoNot() {
        settings.change(Map.of("errorEvery", 3));
        next(2);
        settings.change(Map.of("maxSendRate", 5));
        assertThat(next(1)).containsExactly(SendFault.ERROR);
        next(1);
        settings.change(Map.of("errorEvery", 2));
        assertThat(next(2)).containsExactly(SendFault.NONE, SendFault.ERROR);
    }

    @Test
    void throttlesForAWhileFromTheChange() {
        settings.change(Map.of("throttleFor", 500));
        settings.change(Map.of("latency", Duration.ofMillis(3)));
        clock.advance(Duration.ofMillis(499));
        assertThat(next(1)).containsExactly(SendFault.THROTTLE);
        clock.advance(Duration.ofMillis(1));
        assertThat(next(1)).containsExactly(SendFault.NONE);
    }

    @Test
    void aWrongSettingChangesNothing() {
        SimulatorOptions before = settings.present();
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of("latency", 5, "lateny", 5),
                Map.of("maxSendRate", "many"),
                Map.of("enforcementStatus", "FINE"),
                Map.of("entryFailures", Map.of("a@example.com", "NO_SUCH_STATUS")),
                Map.of("recordFile", "elsewhere.jsonl"))) {
            assertThatThrownBy(() -> settings.change(wrong))
                    .as("%s", wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(settings.present()).isEqualTo(before);
    }

    @Test
    void optionsAreChangedOneByOne() {
        SimulatorOptions options = SimulatorOptions.defaults()
                .withMaxSendRate(7)
                .withLatency(Duration.ofMillis(20))
                .withRecordFile(Path.of("record.jsonl"))
                .with("verifiedIdentities", List.of("example.com"));
        assertThat(options.account().maxSendRate()).isEqualTo(7);
        assertThat(options.faults().latency()).isEqualTo(Duration.ofMillis(20));
        assertThat(options.records().recordFile()).hasFileName("record.jsonl").isAbsolute();
        assertThat(options.account().verifiedIdentities()).containsExactly("example.com");
    }

    private List<SendFault> next(int count) {
        return Stream.generate(() -> settings.faults().next(clock.instant()))
                .limit(count)
                .toList();
    }
}
