package dev.postrider.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Shows on err how something stands that goes on elsewhere: on a terminal as lines that are drawn again in place, elsewhere as one
 * line, at most every few seconds and only when it is another one. Not thread-safe.
 */
public final class Board {

    private static final Duration LINE = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final LongSupplier nanos;
    private final ProgressLines steps;
    private String printed = "";
    private long printedNanos;

    public Board(Terminal terminal) {
        this(terminal, System::nanoTime);
    }

    Board(Terminal terminal, LongSupplier nanos) {
        this.terminal = terminal;
        this.nanos = nanos;
        this.steps = new ProgressLines(terminal);
    }

    /** @param facts a line each on a terminal */
    public void show(List<String> facts, List<Gauge> gauges) {
        long now = nanos.getAsLong();
        steps.see(gauges, now);
        if (terminal.live().isPresent()) {
            draw(terminal.live().get(), facts);
        } else {
            print(facts, now);
        }
    }

    /** What was drawn last stays where it is. */
    public void settle() {
        terminal.live().ifPresent(LiveStream::settle);
    }

    private void draw(LiveStream live, List<String> facts) {
        List<String> lines = new ArrayList<>(facts.stream().map(this::fit).toList());
        lines.addAll(steps.bars());
        try {
            live.draw(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that wraps could not be drawn again in place. */
    private String fit(String line) {
        return line.length() < terminal.columns() ? line : line.substring(0, terminal.columns() - 2) + "…";
    }

    private void print(List<String> facts, long now) {
        List<String> parts = new ArrayList<>(facts);
        if (!steps.line().isEmpty()) {
            parts.add(steps.line());
        }
        String line = String.join("; ", parts);
        boolean due = printed.isEmpty() || now - printedNanos >= LINE.toNanos();
        if (due && !line.equals(printed)) {
            terminal.err().println(line);
            printed = line;
            printedNanos = now;
        }
    }
}
