package dev.postrider.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTests {

    private final ProgressLines lines =
            new ProgressLines(Terminal.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream()));

    private void see(double seconds, Gauge... gauges) {
        lines.see(List.of(gauges), Duration.ofMillis((long) (seconds * 1_000)).toNanos());
    }

    @Test
    void tellsDoneOfTotalRateAndTimeLeft() {
        see(0, new Gauge("deliver", 0, 3_000));
        see(2, new Gauge("deliver", 1_000, 3_000));

        assertThat(lines.line()).isEqualTo("deliver 1,000 of 3,000  500/s  4.0 s left");
    }

    @Test
    void measuresTheRateOverTheLastSecondsOnly() {
        see(0, new Gauge("deliver", 0, 100_000));
        see(10, new Gauge("deliver", 10_000, 100_000));
        see(12, new Gauge("deliver", 10_000, 100_000));
        see(14, new Gauge("deliver", 10_400, 100_000));

        assertThat(lines.line()).contains(" 100/s ");
    }

    @Test
    void keepsStepsThatAreNoLongerReportedAndSumsUpAtTheEnd() {
        see(0, new Gauge("plan", 10, 10));
        see(0, new Gauge("deliver", 0, 10));
        see(4, new Gauge("deliver", 10, 10));
        see(9, new Gauge("deliver", 10, 10));

        assertThat(lines.line()).isEmpty();
        assertThat(lines.summary()).containsExactly("plan 10 of 10 in 0.0 s", "deliver 10 of 10 in 4.0 s  2.5/s");
        assertThat(lines.bars()).hasSize(2).allMatch(line -> line.contains("█".repeat(24)));
    }

    @Test
    void knowsNoTimeLeftWithoutATotal() {
        see(0, new Gauge("import", 1, 0));
        see(1, new Gauge("import", 5_001, 0));

        assertThat(lines.line()).isEqualTo("import 5,001  5,000/s");
    }

    @Test
    void leavesOutStepsThatHaveNothingToCount() {
        see(0, new Gauge("inspect", 0, 0));

        assertThat(lines.bars()).isEmpty();
    }
}
