package dev.postrider.chaos;

import dev.postrider.program.Program;
import dev.postrider.program.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place for one {@code postrider serve} at a time. */
final class Node {

    private final Site site;
    private @Nullable Program program;

    Node(Site site) {
        this.site = site;
    }

    /** Without effect while it runs, frozen or not. */
    void start() {
        if (program == null || !program.alive()) {
            program = site.start(List.of(), "serve");
        }
    }

    /** Without effect on one that has ended. */
    void signal(String signal) {
        if (program != null && program.alive()) {
            program.signal(signal);
        }
    }
}
