package dev.postrider.rollout;

import dev.postrider.audit.Audit;
import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditSubject;
import dev.postrider.ledger.RunId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Holds a run's bounces and complaints against its thresholds. Once a person has gone on with a run that the guard had
 * paused, only what came after that counts.
 */
@Service
public class Guard {

    private final GuardCounts counts;
    private final Rollouts rollouts;
    private final RolloutOrders orders;
    private final Audit audit;

    Guard(GuardCounts counts, Rollouts rollouts, RolloutOrders orders, Audit audit) {
        this.counts = counts;
        this.rollouts = rollouts;
        this.orders = orders;
        this.audit = audit;
    }

    /**
     * Why the run must not go on as it is; empty when it may, as when nothing was sent that a share could be of. Counts the run's deliveries only where this process's own tally
     * gives cause for it.
     */
    public Optional<String> look(RunId run) {
        GuardFigures accepted = rollouts.accepted(run);
        GuardFigures estimate = since(accepted, counts.estimate(run));
        if (estimate.quiet()) {
            return Optional.empty();
        }
        Thresholds thresholds = orders.find(run).thresholds();
        if (!thresholds.exceededBy(estimate)) {
            return Optional.empty();
        }
        GuardFigures counted = since(accepted, counts.count(run));
        return counted.sent() > 0 && thresholds.exceededBy(counted)
                ? Optional.of(GuardText.objection(counted, thresholds, accepted != null))
                : Optional.empty();
    }

    /** The run is about to pause for this objection; the audit trail says so. */
    public void pauses(RunId run, String objection) {
        audit.recordOwn(AuditAction.PAUSED, AuditSubject.run(run), Map.of("cause", objection));
    }

    /** A person goes on with a run that had paused for an objection; the audit trail says who accepted how much. */
    public void accept(RunId run) {
        GuardFigures figures = counts.count(run);
        audit.record(AuditAction.ACCEPTED, AuditSubject.run(run), figures.details());
        rollouts.accept(run, figures);
    }

    private static GuardFigures since(@Nullable GuardFigures accepted, GuardFigures figures) {
        return accepted == null ? figures : figures.since(accepted);
    }
}
