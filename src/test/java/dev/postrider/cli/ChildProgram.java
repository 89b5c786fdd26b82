package dev.postrider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.launch.PackagedProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real program, as it is packaged, as a process with a working directory of its own. */
final class ChildProgram implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildProgram(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static ChildProgram start(Path directory, String... arguments) {
        PackagedProgram packaged = PackagedProgram.find().orElseThrow();
        List<String> command = packaged.command();
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(directory, "out", ".txt");
            Path err = Files.createTempFile(directory, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(packaged.environment());
            builder.environment().put("POSTRIDER_HOME", System.getProperty("user.dir"));
            return new ChildProgram(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits for its end. */
    static ChildProgram run(Path directory, String... arguments) {
        ChildProgram program = start(directory, arguments);
        program.awaitEnd();
        return program;
    }

    void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end; it said: " + err());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            close();
        }
    }

    ChildProgram expectExit(int code) {
        assertThat(process.exitValue()).as("exit code; stderr was: %s", err()).isEqualTo(code);
        return this;
    }

    boolean alive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, to which Ctrl-C comes down. */
    void interrupt() {
        process.destroy();
        awaitEnd();
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out());
    }

    String out() {
        return text(out);
    }

    String err() {
        return text(err);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
