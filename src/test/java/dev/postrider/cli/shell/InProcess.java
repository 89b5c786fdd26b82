package dev.postrider.cli.shell;

import dev.postrider.cli.Postrider;
import dev.postrider.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command of the program in this process. */
final class InProcess {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> settings;

    InProcess(Map<String, String> settings) {
        this.settings = settings;
    }

    /** Returns the exit code. */
    int run(String line) {
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return new Program(Terminal.plain(out, err), Postrider.class).execute(arguments.toArray(String[]::new));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
