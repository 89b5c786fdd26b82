package dev.postrider.embedded;

import java.util.ArrayList;
import java.util.List;

/** A process that a Ctrl-C in this one's terminal does not reach. */
public final class DetachedProcess {

    private static final String DETACH = "trap '' INT HUP; "
            + "if command -v setsid > /dev/null; then exec setsid \"$@\"; "
            + "elif command -v perl > /dev/null; then exec perl -e 'setpgrp; exec @ARGV' \"$@\"; "
            + "else exec \"$@\"; fi";

    private DetachedProcess() {}

    public static ProcessBuilder of(List<String> command) {
        List<String> detached = new ArrayList<>(List.of("sh", "-c", DETACH, "sh"));
        detached.addAll(command);
        return new ProcessBuilder(detached);
    }
}
