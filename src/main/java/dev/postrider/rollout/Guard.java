package dev.postrider.rollout;

import dev.postrider.feedback.FeedbackCounts;
import dev.postrider.feedback.FeedbackRecords;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunReleased;
import dev.postrider.ledger.Tallies;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Holds a run's bounces and complaints against its thresholds. Of bounces only permanent ones count: they tell of a bad list
 * and are what SES judges an account by; a full mailbox or a slow server passes. Once a person has gone on with a run that
 * the guard had paused, only what came after that counts.
 */
@Service
public class Guard {

    private final FeedbackRecords feedback;
    private final Ledger ledger;
    private final Tallies tallies;
    private final Rollouts rollouts;
    private final RolloutOrders orders;

    /** By run, what the ledger had as sent beyond this process's tally when it was last counted. */
    private final Map<RunId, Long> sentByOthers = new ConcurrentHashMap<>();

    Guard(FeedbackRecords feedback, Ledger ledger, Tallies tallies, Rollouts rollouts, RolloutOrders orders) {
        this.feedback = feedback;
        this.ledger = ledger;
        this.tallies = tallies;
        this.rollouts = rollouts;
        this.orders = orders;
    }

    /**
     * Why the run must not go on as it is; empty when it may. Counts the run's deliveries only where this process's own tally
     * gives cause for it: the ledger can only have more of them.
     */
    public Optional<String> look(RunId run) {
        FeedbackCounts counts = feedback.counts(run);
        GuardFigures accepted = rollouts.accepted(run);
        GuardFigures estimate = figures(tallies.of(run).sent() + sentByOthers.getOrDefault(run, 0L), counts);
        if (since(accepted, estimate).quiet()) {
            return Optional.empty();
        }
        Thresholds thresholds = orders.find(run).thresholds();
        if (!thresholds.exceededBy(since(accepted, estimate))) {
            return Optional.empty();
        }
        GuardFigures counted = since(accepted, figures(count(run), counts));
        return thresholds.exceededBy(counted)
                ? Optional.of(object(run, GuardText.objection(counted, thresholds, accepted != null)))
                : Optional.empty();
    }

    /** A person goes on with a run that had paused for this cause; of effect where the cause was the guard's. */
    public void goOn(RunId run, String cause) {
        if (rollouts.objected(run, cause)) {
            rollouts.accept(run, figures(count(run), feedback.counts(run)));
        }
    }

    private String object(RunId run, String cause) {
        rollouts.object(run, cause);
        return cause;
    }

    private long count(RunId run) {
        long own = tallies.of(run).sent();
        long sent = ledger.figures(run).sent();
        sentByOthers.put(run, Math.max(0, sent - own));
        return sent;
    }

    @EventListener
    void on(RunReleased event) {
        sentByOthers.remove(event.run());
    }

    private static GuardFigures since(@Nullable GuardFigures accepted, GuardFigures figures) {
        return accepted == null ? figures : figures.since(accepted);
    }

    private static GuardFigures figures(long sent, FeedbackCounts counts) {
        return new GuardFigures(sent, counts.permanentBounces(), counts.complaints());
    }
}
