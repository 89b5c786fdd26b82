package dev.postrider.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTests {

    @Test
    void isPlainUnlessTheLauncherSawATerminal() {
        Terminal terminal = Terminal.ofProcess(Map.of());

        assertThat(terminal.out(Style.RED, "x")).isEqualTo("x");
        assertThat(terminal.live()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "out err, xterm, true, true, true",
        "err,     xterm, false, true, true",
        "out,     xterm, true, false, false",
        "out err, dumb,  false, false, false",
    })
    void coloursWhatIsATerminal(String terminals, String term, boolean out, boolean err, boolean live) {
        Terminal terminal = Terminal.ofProcess(Map.of("POSTRIDER_TERMINALS", terminals, "TERM", term));

        assertThat(terminal.colouredOut()).isEqualTo(out);
        assertThat(terminal.colouredErr()).isEqualTo(err);
        assertThat(terminal.live().isPresent()).isEqualTo(live);
    }

    @Test
    void hasNoColoursWhereTheyAreNotWanted() {
        Terminal terminal =
                Terminal.ofProcess(Map.of("POSTRIDER_TERMINALS", "out err", "TERM", "xterm", "NO_COLOR", "1"));

        assertThat(terminal.err(Style.RED, "x")).isEqualTo("x");
        assertThat(terminal.live()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"132, 132", "'', 100", "x, 100", "1, 100"})
    void takesAUsableWidth(String text, int columns) {
        assertThat(Terminal.ofProcess(Map.of("POSTRIDER_COLUMNS", text)).columns())
                .isEqualTo(columns);
    }
}
