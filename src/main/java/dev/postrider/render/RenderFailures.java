package dev.postrider.render;

import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Skip;
import dev.postrider.ledger.SkipReason;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the failed renders of a run over all partitions and processes, and over relaunches. */
@Component
public class RenderFailures {

    private final Ledger ledger;
    private final RenderFailureCounts counts;

    RenderFailures(Ledger ledger, RenderFailureCounts counts) {
        this.ledger = ledger;
        this.counts = counts;
    }

    /**
     * Records the skips, and counts those whose render failed.
     *
     * @throws TooManyRenderFailures once the run has failed for more than the allowed share of its recipients
     */
    public void record(RenderOrder order, List<Skip> skips) {
        ledger.skip(order.plan().run(), skips);
        count(order, skips);
    }

    private void count(RenderOrder order, List<Skip> skips) {
        List<Skip> failures = skips.stream()
                .filter(s -> s.reason() == SkipReason.RENDER_FAILED)
                .toList();
        if (failures.isEmpty()) {
            return;
        }
        RunId run = order.plan().run();
        double most = order.maxFailures() * order.plan().planned();
        if (counts.add(run, failures.size()) > most) {
            long recorded = recorded(run);
            if (recorded > most) {
                String last = String.valueOf(failures.get(failures.size() - 1).detail());
                throw new TooManyRenderFailures(recorded, order.plan().planned(), order.maxFailures(), last);
            }
        }
    }

    /** A slice that is rendered again after a crash counts once here. */
    private long recorded(RunId run) {
        return ledger.figures(run).skipped().getOrDefault(SkipReason.RENDER_FAILED.label(), 0L);
    }
}
