package dev.postrider.render;

import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunReleased;
import dev.postrider.ledger.Skip;
import dev.postrider.ledger.SkipReason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts the failed renders of a run over all partitions and over relaunches. */
@Component
class RenderFailures {

    private final Ledger ledger;
    private final Map<RunId, AtomicLong> failed = new ConcurrentHashMap<>();

    RenderFailures(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @throws TooManyRenderFailures once the run has failed for more than the allowed share of its recipients */
    void count(RenderOrder order, List<Skip> skips) {
        List<Skip> failures = skips.stream()
                .filter(s -> s.reason() == SkipReason.RENDER_FAILED)
                .toList();
        if (failures.isEmpty()) {
            return;
        }
        long planned = order.plan().planned();
        long total = failed.computeIfAbsent(order.plan().run(), this::earlier).addAndGet(failures.size());
        if (total > order.maxFailures() * planned && recorded(order.plan().run()) > order.maxFailures() * planned) {
            String last = String.valueOf(failures.get(failures.size() - 1).detail());
            throw new TooManyRenderFailures(total, planned, order.maxFailures(), last);
        }
    }

    @EventListener
    void on(RunReleased event) {
        failed.remove(event.run());
    }

    private AtomicLong earlier(RunId run) {
        return new AtomicLong(recorded(run));
    }

    /** A slice that is rendered again after a crash counts once here. */
    private long recorded(RunId run) {
        return ledger.figures(run).skipped().getOrDefault(SkipReason.RENDER_FAILED.label(), 0L);
    }
}
