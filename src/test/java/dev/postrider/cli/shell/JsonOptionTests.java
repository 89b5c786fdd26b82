package dev.postrider.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.cli.Postrider;
import dev.postrider.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class JsonOptionTests {

    /** Nodes, which print no results, and a process of the bench. */
    private static final Set<String> WITHOUT =
            Set.of("postrider serve", "postrider worker", "postrider bench contender");

    private final Program program =
            new Program(Terminal.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream()), Postrider.class);

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(JsonOptionTests::commands));
    }

    @Test
    void everyCommandThatPrintsResultsCanPrintThemAsJson() {
        List<String> without = commands(program.commandLine(List.of()))
                .map(CommandLine::getCommandSpec)
                .filter(command -> command.subcommands().isEmpty() && command.findOption("--json") == null)
                .map(command -> command.qualifiedName())
                .toList();

        assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT);
    }
}
