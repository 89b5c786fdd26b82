package dev.postrider.housekeeping;

import dev.postrider.ledger.LedgerPurge;
import dev.postrider.ledger.RunId;
import dev.postrider.run.OldRuns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The deliveries, frozen recipients, outbox and feedback of runs; their figures and their document stay. */
@Component
@Order(1)
class RunPurge implements Purge {

    private final OldRuns runs;
    private final LedgerPurge ledger;
    private final RunLeavings leavings;
    private final HousekeepingSettings settings;
    private final Clock clock;

    RunPurge(OldRuns runs, LedgerPurge ledger, RunLeavings leavings, HousekeepingSettings settings, Clock clock) {
        this.runs = runs;
        this.ledger = ledger;
        this.leavings = leavings;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "runs";
    }

    @Override
    public long due() {
        return runs.countOverBefore(limit());
    }

    /** One run; it is marked when all of it is gone. */
    @Override
    public long purge() {
        List<RunId> oldest = runs.overBefore(limit(), 1);
        oldest.forEach(this::purge);
        return oldest.size();
    }

    private void purge(RunId run) {
        ledger.keepFigures(run);
        long deleted = ledger.deleteSome(run);
        while (deleted > 0) {
            deleted = ledger.deleteSome(run);
        }
        leavings.delete(run);
        runs.purged(run);
    }

    private Instant limit() {
        return clock.instant().minus(settings.keepRuns());
    }
}
