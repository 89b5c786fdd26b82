package dev.postrider.housekeeping;

import dev.postrider.ledger.RunId;
import dev.postrider.run.OldRuns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is left of runs that have been over for long enough that no process works on them. */
@Component
@Order(9)
class LeftoverPurge implements Purge {

    private static final int BATCH = 100;

    private final OldRuns runs;
    private final Leftovers leftovers;
    private final HousekeepingSettings settings;
    private final Clock clock;

    LeftoverPurge(OldRuns runs, Leftovers leftovers, HousekeepingSettings settings, Clock clock) {
        this.runs = runs;
        this.leftovers = leftovers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "leftovers";
    }

    @Override
    public long due() {
        return runs.unswept(limit(), Integer.MAX_VALUE).stream()
                .mapToLong(leftovers::count)
                .sum();
    }

    /** Goes on beyond runs that left nothing. */
    @Override
    public Purged purge() {
        List<RunId> batch = runs.unswept(limit(), BATCH);
        return new Purged(batch.stream().mapToLong(this::sweep).sum(), !batch.isEmpty());
    }

    private long sweep(RunId run) {
        long left = leftovers.count(run);
        leftovers.delete(run);
        runs.swept(run);
        return left;
    }

    private Instant limit() {
        return clock.instant().minus(settings.keepUnused());
    }
}
