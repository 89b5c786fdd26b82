package dev.postrider.report;

import dev.postrider.feedback.FeedbackRecords;
import dev.postrider.ledger.Figures;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.limits.RateShare;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reports of runs, computed from the ledger and the feedback. */
@Service
public class RunReports {

    private final Runs runs;
    private final Ledger ledger;
    private final ProofReports proofs;
    private final FeedbackRecords feedback;
    private final RateShare rate;

    RunReports(Runs runs, Ledger ledger, ProofReports proofs, FeedbackRecords feedback, RateShare rate) {
        this.runs = runs;
        this.ledger = ledger;
        this.proofs = proofs;
        this.feedback = feedback;
        this.rate = rate;
    }

    public RunReport of(RunId run) {
        return of(runs.get(run));
    }

    /** The newest first. The deliveries of each are counted, so this takes its time over many large runs. */
    public List<RunReport> newest(int max) {
        return runs.newest(max).stream().map(this::of).toList();
    }

    private RunReport of(Run run) {
        Figures figures = ledger.figures(run.id());
        boolean untouched = run.state().unbegun() && figures.total() == 0;
        return new RunReport(
                run.id().value(),
                run.id().campaign(),
                run.id().slot(),
                run.state(),
                run.cause(),
                run.resumesAt(),
                run.planned(),
                figures.sent(),
                figures.rejected(),
                figures.unknown(),
                untouched ? run.expectedSkips() : figures.skipped(),
                proofs.of(run.id()),
                RunFeedback.of(feedback.counts(run.id()), figures.sentToPeople()),
                run.state() == RunState.SENDING ? rateShare() : null,
                run.job(),
                figures.claimed(),
                figures.resent());
    }

    private @Nullable Double rateShare() {
        double share = rate.latest();
        return share < 1 ? share : null;
    }
}
