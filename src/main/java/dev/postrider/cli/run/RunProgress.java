package dev.postrider.cli.run;

import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Tallies;
import dev.postrider.ledger.Tally;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import dev.postrider.terminal.Gauge;
import dev.postrider.terminal.Progress;
import dev.postrider.terminal.Terminal;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;

/** The progress of a run: what earlier attempts left in the ledger, and what this process has done since. */
final class RunProgress {

    private final RunId run;
    private final Runs runs;
    private final Tally tally;
    private final long before;
    private long planned;

    private RunProgress(RunId run, Runs runs, Tally tally, long before) {
        this.run = run;
        this.runs = runs;
        this.tally = tally;
        this.before = before;
    }

    static RunProgress of(RunId run, BeanFactory beans) {
        long before = beans.getBean(Ledger.class).figures(run).total();
        Tally tally = beans.getBean(Tallies.class).of(run);
        return new RunProgress(run, beans.getBean(Runs.class), tally, before);
    }

    <T> T during(Terminal terminal, Supplier<T> work) {
        return Progress.during(terminal, this::gauges, work);
    }

    private List<Gauge> gauges() {
        if (planned == 0) {
            planned = runs.find(run).map(Run::planned).orElse(0L);
        }
        if (planned == 0) {
            return List.of();
        }
        long settled = before + tally.settled();
        long rendered = Math.max(settled, before + tally.rendered() + tally.skipped());
        return List.of(
                new Gauge("plan", planned, planned),
                new Gauge("render", Math.min(rendered, planned), planned),
                new Gauge("deliver", Math.min(settled, planned), planned));
    }
}
