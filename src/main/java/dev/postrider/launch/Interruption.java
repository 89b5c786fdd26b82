package dev.postrider.launch;

import dev.postrider.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C and SIGTERM: work that can be stopped is asked to stop and finishes what it has in hand, and the program ends
 * with the exit code that it then has. Work that cannot be stopped just ends.
 */
public final class Interruption {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Terminal terminal;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile @Nullable Runnable stop;
    private volatile Duration patience = PATIENCE;

    public Interruption(Terminal terminal) {
        this.terminal = terminal;
    }

    public void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "interruption"));
    }

    /** From now on an interruption runs this, and waits for {@link #ended}; null: it just ends the program. */
    public void onInterrupt(@Nullable Runnable action) {
        onInterrupt(action, PATIENCE);
    }

    /** @param limit within so long after an interruption the program ends, in order or not */
    public void onInterrupt(@Nullable Runnable action, Duration limit) {
        patience = limit;
        stop = action;
    }

    /** The program has done its work and is about to exit by itself. */
    public void ended(int exitCode) {
        ended.complete(exitCode);
    }

    private void onShutdown() {
        Runnable action = stop;
        if (action == null || ended.isDone()) {
            return;
        }
        long end = System.nanoTime() + patience.toNanos();
        try {
            action.run();
            Runtime.getRuntime().halt(ended.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            terminal.warn("postrider: gave up waiting for work in hand");
            Runtime.getRuntime().halt(1);
        } catch (ExecutionException | InterruptedException | RuntimeException e) {
            terminal.warn("postrider: could not stop in order: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }
}
