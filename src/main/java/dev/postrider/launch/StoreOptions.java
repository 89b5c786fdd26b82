package dev.postrider.launch;

import dev.postrider.embedded.StoresLauncher;
import dev.postrider.terminal.Style;
import dev.postrider.terminal.Terminal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of every command that uses stores. */
public final class StoreOptions implements StoreSource {

    private static final Path DATA = Path.of(".postrider", "stores");

    @Option(
            names = "--embedded",
            description =
                    "Use embedded stores, for trying things out: they are started for this command where they do not"
                            + " run yet, with their data under .postrider, which is kept for the next.")
    boolean embedded;

    @Override
    public Embedding open(Terminal terminal, List<String> properties) {
        if (!embedded) {
            return Embedding.none();
        }
        Arrays.stream(Store.values())
                .flatMap(store -> store.properties().stream())
                .filter(name -> properties.stream().anyMatch(property -> property.startsWith("--" + name + "=")))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidArguments("either --embedded or --" + name + ", not both");
                });
        terminal.err()
                .println(terminal.err(
                        Style.BOLD, "EMBEDDED STORES in " + DATA + ": for trying things out, not for production."));
        List<String> command =
                OwnProgram.command("stores", "--data", DATA.toAbsolutePath().toString(), "--until-unused");
        return Embedding.of(new StoresLauncher(DATA, command).open());
    }
}
