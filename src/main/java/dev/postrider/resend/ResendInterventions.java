package dev.postrider.resend;

import dev.postrider.ledger.Attempts;
import dev.postrider.operations.JobAbandoned;
import dev.postrider.operations.JobRecovered;
import dev.postrider.operations.JobStopRequested;
import dev.postrider.run.RunHolder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is done to a resend's job is done to the resend. */
@Component
class ResendInterventions {

    private final RunHolder holder;
    private final Attempts attempts;
    private final Resends resends;
    private final DeadResends dead;

    ResendInterventions(RunHolder holder, Attempts attempts, Resends resends, DeadResends dead) {
        this.holder = holder;
        this.attempts = attempts;
        this.resends = resends;
        this.dead = dead;
    }

    @EventListener
    void on(JobStopRequested event) {
        ResendParameters.of(event.job(), event.parameters()).ifPresent(resends::requestStop);
    }

    @EventListener
    void on(JobRecovered event) {
        ResendParameters.of(event.job(), event.parameters())
                .map(id -> resends.get(id.run(), id.attempt()))
                .ifPresent(dead::settle);
    }

    /** What had no turn stays as it is. */
    @EventListener
    void on(JobAbandoned event) {
        ResendParameters.of(event.job(), event.parameters()).ifPresent(this::abandon);
    }

    private void abandon(ResendParameters id) {
        holder.take(id.run());
        try {
            attempts.takeOverDead(id.run(), owner -> true);
            resends.set(id, ResendState.ABANDONED, null);
        } finally {
            holder.release(id.run());
        }
    }
}
