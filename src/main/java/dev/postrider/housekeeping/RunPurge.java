package dev.postrider.housekeeping;

import dev.postrider.ledger.LedgerPurge;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunRemains;
import dev.postrider.run.OldRuns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The deliveries of runs and whatever else there is of them; their figures and their document stay. */
@Component
@Order(2)
class RunPurge implements Purge {

    private static final int BATCH = 100;

    private final OldRuns runs;
    private final LedgerPurge ledger;
    private final List<RunRemains> remains;
    private final HousekeepingSettings settings;
    private final Clock clock;

    RunPurge(OldRuns runs, LedgerPurge ledger, List<RunRemains> remains, HousekeepingSettings settings, Clock clock) {
        this.runs = runs;
        this.ledger = ledger;
        this.remains = remains;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "runs";
    }

    @Override
    public long due() {
        return runs.countUnpurged(limit());
    }

    /**
     * Some deliveries of one run, the oldest of which nothing is being sent again; it is marked, and counts, when all of it is
     * gone.
     */
    @Override
    public Purged purge() {
        Instant limit = limit();
        OptionalLong purged = runs.unpurged(limit, BATCH).stream()
                .flatMapToLong(run -> runs.whileHeld(run, limit, () -> purge(run)).stream())
                .findFirst();
        return new Purged(purged.orElse(0), purged.isPresent());
    }

    private long purge(RunId run) {
        ledger.keepFigures(run);
        if (ledger.deleteSome(run) > 0) {
            return 0;
        }
        remains.forEach(kind -> kind.delete(run));
        runs.purged(run);
        return 1;
    }

    private Instant limit() {
        return clock.instant().minus(settings.keepRuns());
    }
}
