package dev.postrider.node;

import dev.postrider.ledger.Figures;
import dev.postrider.ledger.Ledger;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps a run whose process dies again and again from taking one node after the other down with it, and from making
 * UNKNOWN of a few more recipients each time.
 */
@Component
class Takeovers {

    private static final Logger log = LoggerFactory.getLogger(Takeovers.class);

    private final RunHolder holder;
    private final Ledger ledger;
    private final NodeSettings settings;

    Takeovers(RunHolder holder, Ledger ledger, NodeSettings settings) {
        this.holder = holder;
        this.ledger = ledger;
        this.settings = settings;
    }

    /**
     * Whether this process, which holds the run, may go on with it. Where too many processes have died on it in a row, with
     * nobody sent, rejected or skipped in between, it is paused until a person resumes it.
     */
    boolean goOn(Run seen) {
        if (seen.state() != RunState.SENDING) {
            return true;
        }
        Figures figures = ledger.figures(seen.id());
        long settled = figures.sent() + figures.rejected() + figures.skippedTotal();
        if (holder.get(seen.id()).takenOver(settled) <= settings.maxTakeovers()) {
            return true;
        }
        String cause = "its process died " + (settings.maxTakeovers() + 1)
                + " times in a row, and nobody got an outcome in between: see the logs of the nodes";
        holder.get(seen.id()).pause(cause, null);
        return false;
    }

    /** What kept this process from the run, a store that is away for instance, has not cost its life. */
    void survived(Run run) {
        try {
            holder.get(run.id()).survived();
        } catch (RuntimeException e) {
            log.debug("takeover of run {} stays counted: {}", run.id(), e.getMessage());
        }
    }
}
