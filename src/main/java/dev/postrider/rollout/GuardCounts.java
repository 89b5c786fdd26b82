package dev.postrider.rollout;

import dev.postrider.feedback.FeedbackCounts;
import dev.postrider.feedback.FeedbackRecords;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunReleased;
import dev.postrider.ledger.Tallies;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts what the guard looks at. Of bounces only permanent ones count: they tell of a bad list and are what SES judges an
 * account by; a full mailbox or a slow server passes. Mails to SES's mailbox simulator
 * are neither among the sent nor among those that bounced. Thread-safe.
 */
@Component
class GuardCounts {

    private final FeedbackRecords feedback;
    private final Ledger ledger;
    private final Tallies tallies;

    /** By run, what the ledger had as sent beyond this process's tally when it was last counted. */
    private final Map<RunId, Long> sentByOthers = new ConcurrentHashMap<>();

    GuardCounts(FeedbackRecords feedback, Ledger ledger, Tallies tallies) {
        this.feedback = feedback;
        this.ledger = ledger;
        this.tallies = tallies;
    }

    /** With what this process knows to be sent: the ledger can only have more. */
    GuardFigures estimate(RunId run) {
        return figures(tallies.of(run).sentToPeople() + sentByOthers.getOrDefault(run, 0L), feedback.counts(run));
    }

    /** With what the ledger has as sent; reads all deliveries of the run. */
    GuardFigures count(RunId run) {
        long own = tallies.of(run).sentToPeople();
        long sent = ledger.figures(run).sentToPeople();
        sentByOthers.put(run, Math.max(0, sent - own));
        return figures(sent, feedback.counts(run));
    }

    private static GuardFigures figures(long sent, FeedbackCounts counts) {
        return new GuardFigures(sent, counts.permanentBounces(), counts.complaints());
    }

    @EventListener
    void on(RunReleased event) {
        sentByOthers.remove(event.run());
    }
}
