package dev.postrider.embedded;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts a process that a Ctrl-C in this one's terminal does not reach. */
final class DetachedProcess {

    private static final String DETACH = "trap '' INT HUP; "
            + "if command -v setsid > /dev/null; then exec setsid \"$@\"; "
            + "elif command -v perl > /dev/null; then exec perl -e 'setpgrp; exec @ARGV' \"$@\"; "
            + "else exec \"$@\"; fi";

    private DetachedProcess() {}

    static Process start(List<String> command, File log) throws IOException {
        List<String> detached = new ArrayList<>(List.of("sh", "-c", DETACH, "sh"));
        detached.addAll(command);
        return new ProcessBuilder(detached)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .redirectErrorStream(true)
                .start();
    }
}
