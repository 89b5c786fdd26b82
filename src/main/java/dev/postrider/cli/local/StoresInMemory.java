package dev.postrider.cli.local;

import dev.postrider.embedded.StoresLauncher;
import dev.postrider.embedded.StoresLink;
import dev.postrider.launch.Embedding;
import dev.postrider.launch.OwnProgram;
import dev.postrider.launch.StoreSource;
import dev.postrider.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores in memory, as a process of their own, which ends once nobody uses them; and what else a command is told. */
public final class StoresInMemory implements StoreSource {

    private final Path directory;
    private final Supplier<Map<String, String>> properties;
    private Map<String, Object> defaults = Map.of();
    private List<String> javaOptions = List.of();
    private @Nullable ProcessHandle process;

    /** @param properties before all that was configured; asked for when the stores run */
    public StoresInMemory(Path directory, Supplier<Map<String, String>> properties) {
        this.directory = directory.toAbsolutePath();
        this.properties = properties;
    }

    /** With what the command is told unless it was configured. */
    public StoresInMemory withDefaults(Map<String, Object> more) {
        defaults = Map.copyOf(more);
        return this;
    }

    /** With these options for the Java of the stores. */
    public StoresInMemory withJavaOptions(List<String> options) {
        javaOptions = List.copyOf(options);
        return this;
    }

    @Override
    public Embedding open(Terminal terminal, List<String> ofCommandLine) {
        List<String> command = OwnProgram.command(
                javaOptions, "stores", "--data", directory.toString(), "--in-memory", "--until-unused");
        StoresLink link = new StoresLauncher(directory, command).open();
        process = link.process().orElse(null);
        return Embedding.of(link).with(properties.get()).withDefaults(defaults);
    }

    /** Of the stores, while they are used. */
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process);
    }
}
