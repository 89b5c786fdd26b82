package dev.postrider.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTests {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long seconds;
    private final Board board = new Board(
            Terminal.plain(new ByteArrayOutputStream(), err),
            () -> Duration.ofSeconds(seconds).toNanos());

    private void show(long at, String fact, long done) {
        seconds = at;
        board.show(List.of(fact), List.of(new Gauge("deliver", done, 100)));
    }

    private List<String> lines() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void saysAtOnceHowItStandsAndThenALineEveryFewSeconds() {
        show(0, "sending", 0);
        show(1, "sending", 10);
        show(4, "sending", 40);
        assertThat(lines()).containsExactly("sending; deliver 0 of 100");

        show(5, "sending", 50);

        assertThat(lines()).hasSize(2).last().isEqualTo("sending; deliver 50 of 100  10/s  5.0 s left");
    }

    @Test
    void saysNothingWhileNothingChanges() {
        show(0, "paused", 0);
        show(60, "paused", 0);

        assertThat(lines()).hasSize(1);
    }

    @Test
    void aChangeSoonAfterALineIsNotLost() {
        show(0, "sending", 0);
        show(1, "paused", 0);
        show(6, "paused", 0);

        assertThat(lines()).containsExactly("sending; deliver 0 of 100", "paused; deliver 0 of 100");
    }
}
