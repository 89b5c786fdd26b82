package dev.postrider.report;

import dev.postrider.ledger.Figures;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reports of runs, computed from the ledger. */
@Service
public class RunReports {

    private final Runs runs;
    private final Ledger ledger;

    RunReports(Runs runs, Ledger ledger) {
        this.runs = runs;
        this.ledger = ledger;
    }

    public RunReport of(RunId run) {
        return of(runs.get(run));
    }

    /** All runs, the newest first. */
    public List<RunReport> all() {
        return runs.all().stream().map(this::of).toList();
    }

    private RunReport of(Run run) {
        Figures figures = ledger.figures(run.id());
        boolean untouched = run.state() == RunState.PLANNED && figures.total() == 0;
        return new RunReport(
                run.id().value(),
                run.id().campaign(),
                run.id().slot(),
                run.state(),
                run.planned(),
                figures.sent(),
                figures.rejected(),
                figures.unknown(),
                untouched ? run.expectedSkips() : figures.skipped(),
                run.job());
    }
}
