package dev.postrider.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stores that run on a data directory, or starts them as a process of their own. When two programs try at
 * once, one of the two processes gets the directory and both programs use it.
 */
public final class StoresLauncher {

    /** The exit code of a stores process that found the directory in use. */
    public static final int BUSY = 75;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final List<String> command;
    private @Nullable Process started;

    /** @param command starts a process that ends once nobody uses its stores */
    public StoresLauncher(Path directory, List<String> command) {
        this.directory = directory;
        this.command = command;
    }

    /** @throws StoresUnavailable when they do not start */
    public StoresLink open() {
        long start = System.nanoTime();
        try {
            Files.createDirectories(directory);
            while (System.nanoTime() - start < PATIENCE.toNanos()) {
                Optional<StoresLink> link = StoresFile.read(directory).flatMap(StoresLink::connect);
                if (link.isPresent()) {
                    return link.get();
                }
                startUnlessStarting();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        } catch (IOException e) {
            throw new StoresUnavailable("the embedded stores did not start: " + e, e);
        }
        throw new StoresUnavailable(
                "the embedded stores did not start within " + PATIENCE.toSeconds() + " s; see " + log());
    }

    private void startUnlessStarting() throws IOException {
        Process process = started;
        if (process != null && process.isAlive()) {
            return;
        }
        if (process != null && process.exitValue() != BUSY) {
            throw new StoresUnavailable("the embedded stores did not start: " + lastLine() + " (" + log() + ")");
        }
        started = DetachedProcess.of(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .redirectErrorStream(true)
                .start();
    }

    private String lastLine() throws IOException {
        List<String> lines = Files.readString(log(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1);
    }

    private Path log() {
        return directory.resolve("stores.log");
    }
}
