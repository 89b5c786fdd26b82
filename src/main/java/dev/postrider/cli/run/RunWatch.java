package dev.postrider.cli.run;

import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.terminal.Board;
import dev.postrider.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Looks at a run again and again, and rests ten times as long as a look took, so that large runs are not slowed down by it. */
final class RunWatch {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final int RESTRAINT = 10;

    private final RunSights sights;
    private final Terminal terminal;
    private final OutputOptions output;
    private final Board board;

    RunWatch(RunSights sights, Terminal terminal, OutputOptions output) {
        this.sights = sights;
        this.terminal = terminal;
        this.output = output;
        this.board = new Board(terminal);
    }

    /** Shows each look except for the last, which it returns. */
    RunSight untilAtRest() {
        RunSight shown = null;
        while (true) {
            long start = System.nanoTime();
            RunSight sight = sights.look();
            long took = System.nanoTime() - start;
            if (sight.atRest()) {
                board.settle();
                return sight;
            }
            show(sight, shown);
            shown = sight;
            LockSupport.parkNanos(Math.max(LEAST.toNanos(), RESTRAINT * took));
        }
    }

    /** Scripts get changes only; the board knows by itself when to say something. */
    private void show(RunSight sight, @Nullable RunSight shown) {
        if (!output.asJson() || !sight.equals(shown)) {
            output.printNext(terminal, sight, () -> board.show(sight.facts(), sight.gauges()));
        }
    }
}
