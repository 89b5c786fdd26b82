package dev.postrider.chaos;

import static org.awaitility.Awaitility.await;

import dev.postrider.program.Program;
import dev.postrider.program.Site;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place for one {@code postrider serve}, or {@code worker}, at a time. */
final class Node {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Site site;
    private final String command;
    private final List<String> jvmOptions;
    private @Nullable Program program;

    Node(Site site, String command, String... jvmOptions) {
        this.site = site;
        this.command = command;
        this.jvmOptions = List.of(jvmOptions);
    }

    /** Without effect while it runs, frozen or not. */
    void start() {
        if (!alive()) {
            program = site.start(jvmOptions, command);
        }
    }

    /** Without effect on one that has ended. */
    void signal(String signal) {
        if (program != null && program.alive()) {
            program.signal(signal);
        }
    }

    boolean alive() {
        return program != null && program.alive();
    }

    /** Waits until it has ended in order, after SIGTERM. */
    void awaitEnd() {
        await("the end of a " + command).atMost(PATIENCE).until(() -> !alive());
    }
}
