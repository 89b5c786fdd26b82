package dev.postrider.cli.bench;

import dev.postrider.bench.BenchFiles;
import dev.postrider.cli.local.SimulatorProcess;
import dev.postrider.cli.local.StoresInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a bench takes place: a directory, stores and simulator, each in a process of its own. */
final class BenchSite implements AutoCloseable {

    /** With millions of recipients the stand-in for MongoDB needs what there is. */
    private static final List<String> ROOM_FOR_STORES = List.of("-XX:MaxRAMPercentage=75");

    private final Path directory;
    private final BenchOptions options;
    private final List<String> properties;
    private final SimulatorProcess simulator;
    private final StoresInMemory stores;

    private BenchSite(Path directory, BenchOptions options, List<String> properties, SimulatorProcess simulator) {
        this.directory = directory;
        this.options = options;
        this.properties = properties;
        this.simulator = simulator;
        this.stores = new StoresInMemory(directory, this::settings).withJavaOptions(ROOM_FOR_STORES);
    }

    /** @param properties of the command line, which hold for the contenders too */
    static BenchSite open(BenchOptions options, List<String> properties) throws IOException {
        Path directory = Files.createDirectories(Path.of(".postrider", "bench")).toAbsolutePath();
        BenchFiles.write(directory, options.htmlSize());
        SimulatorProcess simulator =
                SimulatorProcess.start(directory, List.of("--latency", Long.toString(options.latency())));
        return new BenchSite(directory, options, properties, simulator);
    }

    private Map<String, String> settings() {
        return Map.of(
                "postrider.ses.endpoint",
                simulator.endpoint(),
                "postrider.ses.transport",
                options.transport().name(),
                "postrider.ses.configuration-set",
                "bench",
                "postrider.jobs-dir",
                directory.resolve("jobs").toString(),
                "postrider.templates-dir",
                directory.resolve("templates").toString());
    }

    StoresInMemory source() {
        return stores;
    }

    List<String> javaOptions() {
        return options.javaOptions();
    }

    /** The command that a contender is started with. */
    String[] arguments(String contender) {
        List<String> arguments = new ArrayList<>(List.of("bench", "contender", contender));
        arguments.addAll(List.of("--data", directory.toString(), "--most", Integer.toString(options.recipients())));
        settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(properties);
        return arguments.toArray(String[]::new);
    }

    Path recipients() {
        return directory.resolve("recipients.jsonl");
    }

    Path result() {
        return directory.resolve("result.json");
    }

    ProcessHandle simulator() {
        return simulator.handle();
    }

    Optional<ProcessHandle> stores() {
        return stores.process();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
