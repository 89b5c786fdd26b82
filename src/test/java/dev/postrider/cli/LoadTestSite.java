package dev.postrider.cli;

import static org.awaitility.Awaitility.await;

import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import dev.postrider.simulator.SimulatorStats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated account and load tests of it, as child processes without any store. */
final class LoadTestSite implements AutoCloseable {

    private static final String FROM = "Lucky Reels <rewards@mail.example.com>";

    private final Path directory;
    final SesSimulator simulator;

    LoadTestSite(Path directory) {
        this.directory = directory;
        this.simulator = SesSimulator.start(SimulatorOptions.defaults().withRecordFile(record()));
    }

    private Path record() {
        return directory.resolve("accepted.jsonl");
    }

    /** Waits for the end. */
    ChildProgram run(int count, String... options) {
        return ChildProgram.run(directory, command(count, options));
    }

    /** Returns when so many messages were accepted. */
    ChildProgram startAndAwait(int messages, int count, String... options) {
        ChildProgram test = ChildProgram.start(directory, command(count, options));
        await().atMost(Duration.ofSeconds(60)).until(() -> stats().accepted() >= messages || !test.alive());
        return test;
    }

    private String[] command(int count, String... options) {
        Stream<String> command = Stream.of(
                "loadtest",
                "--from",
                FROM,
                "--count",
                Integer.toString(count),
                "--json",
                "--postrider.ses.endpoint=" + simulator.endpoint());
        return Stream.concat(command, Stream.of(options)).toArray(String[]::new);
    }

    SimulatorStats stats() {
        return simulator.stats();
    }

    /** As the simulator recorded them. */
    List<JsonNode> accepted() {
        try {
            return Files.readAllLines(record()).stream()
                    .map(JsonMapper.shared()::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long outcome(JsonNode report, String outcome) {
        return report.get("messages").get("outcomes").path(outcome).asLong();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
