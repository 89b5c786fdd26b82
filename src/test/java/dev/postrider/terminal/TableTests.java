package dev.postrider.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TableTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal = Terminal.plain(out, new ByteArrayOutputStream());

    @Test
    void alignsNumbersToTheRightAndTextToTheLeft() {
        new Table("NAME", "COUNT", "AT")
                .row("ä", 1, null)
                .row("long name", 12_345L, Instant.parse("2026-11-24T09:00:00Z"))
                .print(terminal);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                NAME        COUNT  AT
                ä               1
                long name  12,345  2026-11-24 09:00:00Z
                """);
    }

    @Test
    void showsNothingWithoutRows() {
        new Table("NAME").print(terminal);

        assertThat(out.size()).isZero();
    }

    @Test
    void leavesOutFactsThatAreNotKnown() {
        new Facts().add("name", "x").add("cause", null).add("how many", 3).print(terminal);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("name      x\nhow many  3\n");
    }
}
