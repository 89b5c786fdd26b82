package dev.postrider.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows on err how far the steps of a command are while it works: on a terminal as lines that are drawn again in place,
 * elsewhere as a line every few seconds.
 */
public final class Progress {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LINE = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final Supplier<List<Gauge>> source;
    private final ProgressLines lines;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    private Progress(Terminal terminal, Supplier<List<Gauge>> source) {
        this.terminal = terminal;
        this.source = source;
        this.lines = new ProgressLines(terminal);
        this.thread = new Thread(this::run, "progress");
        this.thread.setDaemon(true);
    }

    /**
     * Shows the steps while the work is done.
     *
     * @param source the steps known so far; asked from another thread, a few times a second
     */
    public static <T> T during(Terminal terminal, Supplier<List<Gauge>> source, Supplier<T> work) {
        Progress progress = new Progress(terminal, source);
        progress.thread.start();
        try {
            return work.get();
        } finally {
            progress.end();
        }
    }

    private void run() {
        long line = System.nanoTime();
        try {
            do {
                long now = System.nanoTime();
                lines.see(source.get(), now);
                if (terminal.live().isPresent()) {
                    drawBars(terminal.live().get());
                } else if (now - line >= LINE.toNanos()) {
                    printLine();
                    line = now;
                }
            } while (!ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void printLine() {
        if (!lines.line().isEmpty()) {
            terminal.err().println(lines.line());
        }
    }

    private void drawBars(LiveStream live) {
        try {
            live.draw(lines.bars());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows the end state, which stays. */
    private void end() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.see(source.get(), System.nanoTime());
        if (terminal.live().isPresent()) {
            drawBars(terminal.live().get());
            terminal.live().get().settle();
        } else {
            lines.summary().forEach(terminal.err()::println);
        }
    }
}
