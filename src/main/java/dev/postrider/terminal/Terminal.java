package dev.postrider.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a command's results (out) go, and its progress, logs and errors (err). */
public final class Terminal {

    private static final int COLUMNS = 100;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean colouredOut;
    private final boolean colouredErr;
    private final @Nullable LiveStream live;
    private final int columns;

    private Terminal(OutputStream out, OutputStream err, Map<String, String> environment) {
        String terminals = environment.getOrDefault("POSTRIDER_TERMINALS", "");
        boolean capable = !"dumb".equals(environment.get("TERM"));
        boolean colours = capable && !environment.containsKey("NO_COLOR");
        this.live = terminals.contains("err") && capable ? new LiveStream(err) : null;
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.err = new PrintStream(live == null ? err : live, true, StandardCharsets.UTF_8);
        this.colouredOut = terminals.contains("out") && colours;
        this.colouredErr = terminals.contains("err") && colours;
        this.columns = columns(environment.get("POSTRIDER_COLUMNS"));
    }

    /** The streams of this process, with what the launcher found out about them; plain text without that. */
    public static Terminal ofProcess(Map<String, String> environment) {
        return new Terminal(
                new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), environment);
    }

    /** Everything as plain text. */
    public static Terminal plain(OutputStream out, OutputStream err) {
        return new Terminal(out, err, Map.of());
    }

    private static int columns(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(text) : COLUMNS;
    }

    public PrintStream out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }

    /** Its width, or a usual one. */
    public int columns() {
        return columns;
    }

    Optional<LiveStream> live() {
        return Optional.ofNullable(live);
    }

    public boolean colouredOut() {
        return colouredOut;
    }

    public boolean colouredErr() {
        return colouredErr;
    }

    /** The text for out, emphasised if that shows. */
    public String out(Style style, String text) {
        return colouredOut ? style.apply(text) : text;
    }

    /** The text for err, emphasised if that shows. */
    public String err(Style style, String text) {
        return colouredErr ? style.apply(text) : text;
    }

    /** Tells on err what is going on. */
    public void note(String text) {
        err.println(err(Style.DIM, text));
    }

    /** Warns on err. */
    public void warn(String text) {
        err.println(err(Style.YELLOW, text));
    }

    /** Says on err what went wrong. */
    public void error(String text) {
        err.println(err(Style.RED, "postrider: ") + text);
    }
}
