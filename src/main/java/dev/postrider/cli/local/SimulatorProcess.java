package dev.postrider.cli.local;

import dev.postrider.embedded.DetachedProcess;
import dev.postrider.launch.OwnProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An SES simulator as a process of its own, which ends with this one, however that ends. */
public final class SimulatorProcess implements AutoCloseable {

    private static final String ENDPOINT = "postrider.ses.endpoint=";

    private final Process process;
    private final BufferedReader out;
    private final Path log;
    private @Nullable String endpoint;

    private SimulatorProcess(Process process, Path log) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.log = log;
    }

    /**
     * Returns before it is ready.
     *
     * @param directory for its log
     * @param options of the command {@code simulator}
     */
    public static SimulatorProcess start(Path directory, List<String> options) {
        Path log = directory.resolve("simulator.log");
        String[] command = Stream.concat(Stream.of("simulator", "--until-eof"), options.stream())
                .toArray(String[]::new);
        try {
            Process process = DetachedProcess.of(OwnProgram.command(command))
                    .redirectError(log.toFile())
                    .start();
            return new SimulatorProcess(process, log);
        } catch (IOException e) {
            throw new SimulatorNotStarted(String.valueOf(e.getMessage()), e);
        }
    }

    /** Waits until it is ready. */
    public synchronized String endpoint() {
        if (endpoint == null) {
            endpoint = awaitEndpoint();
        }
        return endpoint;
    }

    private String awaitEndpoint() {
        try {
            String line = out.readLine();
            if (line != null && line.startsWith(ENDPOINT)) {
                return line.substring(ENDPOINT.length());
            }
            throw new SimulatorNotStarted("see " + log);
        } catch (IOException e) {
            throw new SimulatorNotStarted("see " + log, e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        ChildInput.end(process, Duration.ofSeconds(10));
    }
}
