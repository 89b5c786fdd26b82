package dev.postrider.cli.demo;

import dev.postrider.embedded.DetachedProcess;
import dev.postrider.launch.OwnProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An SES simulator as a process of its own, which ends with this one, however that ends. */
final class DemoSimulator implements AutoCloseable {

    private static final String ENDPOINT = "postrider.ses.endpoint=";

    private final Process process;
    private final BufferedReader out;
    private final Path log;
    private @Nullable String endpoint;

    private DemoSimulator(Process process, Path log) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.log = log;
    }

    /** Returns before it is ready. It records what it accepts. */
    static DemoSimulator start(DemoDirectory directory) {
        Path log = directory.path().resolve("simulator.log");
        String record = directory.accepted().toString();
        try {
            Process process = DetachedProcess.of(OwnProgram.command("simulator", "--until-eof", "--record", record))
                    .redirectError(log.toFile())
                    .start();
            return new DemoSimulator(process, log);
        } catch (IOException e) {
            throw new DemoFailed("the simulator did not start: " + e.getMessage(), e);
        }
    }

    /** Waits until it is ready. */
    synchronized String endpoint() {
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
            throw new DemoFailed("the simulator did not start: see " + log);
        } catch (IOException e) {
            throw new DemoFailed("the simulator did not start: see " + log, e);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
