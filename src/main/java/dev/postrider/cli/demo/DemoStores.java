package dev.postrider.cli.demo;

import dev.postrider.embedded.StoresLauncher;
import dev.postrider.embedded.StoresLink;
import dev.postrider.launch.Embedding;
import dev.postrider.launch.OwnProgram;
import dev.postrider.launch.StoreSource;
import dev.postrider.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores in memory, as a process of their own, and the simulator in the place of SES. */
final class DemoStores implements StoreSource {

    private final Path directory;
    private final DemoSimulator simulator;

    DemoStores(Path directory, DemoSimulator simulator) {
        this.directory = directory;
        this.simulator = simulator;
    }

    @Override
    public Embedding open(Terminal terminal, List<String> properties) {
        List<String> command = OwnProgram.command(
                "stores", "--data", directory.toAbsolutePath().toString(), "--in-memory", "--until-unused");
        StoresLink link = new StoresLauncher(directory, command).open();
        Map<String, String> simulated =
                Map.of("postrider.ses.endpoint", simulator.endpoint(), "postrider.ses.configuration-set", "demo");
        return Embedding.of(link).with(simulated).withDefaults(files());
    }

    /** What the demo sends is in the working directory, or else comes with the program. */
    private static Map<String, Object> files() {
        Path home = Path.of(System.getenv().getOrDefault("POSTRIDER_HOME", "."));
        Map<String, Object> files = new HashMap<>();
        for (String name : List.of("jobs", "templates")) {
            if (!Files.isDirectory(Path.of(name))) {
                files.put("postrider." + name + "-dir", home.resolve(name).toString());
            }
        }
        return files;
    }
}
