package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command of the real program in a process of its own. */
public final class Program {

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path output;
    private final Path errors;

    Program(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Waits for the end; the process does not outlive a failure of this. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the program did not end; it said: " + errors());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Program expectExit(int code) {
        assertThat(exitCode()).as("exit code; stderr was: %s", errors()).isEqualTo(code);
        return this;
    }

    /** Of a node: it looks for runs from now on. */
    void awaitReady() {
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> output().startsWith("Ready"));
    }

    /** Of a node, by SIGTERM. */
    void endsInOrder() {
        signal("TERM");
        await().atMost(Duration.ofSeconds(15)).until(() -> !alive());
        expectExit(0);
    }

    /** 128 + 9: killed. */
    void expectKilled() {
        expectExit(137);
    }

    public void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True while a signal has stopped the process. */
    public boolean frozen() {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
        } catch (IOException e) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(output());
    }

    public String output() {
        return text(output);
    }

    public String errors() {
        return text(errors);
    }

    void end() {
        process.destroyForcibly();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
