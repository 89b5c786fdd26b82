package dev.postrider.resend;

import dev.postrider.ledger.Attempts;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.Owners;
import dev.postrider.operations.FailureCause;
import dev.postrider.operations.JobBrokeOff;
import dev.postrider.run.HeldRun;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Holds the run while its resend executes, and writes down how that ended. Claims that an earlier execution left behind are
 * UNKNOWN before anything is sent, and at the end none is left.
 */
@Component
class ResendJobListener implements JobExecutionListener {

    private static final Logger log = LoggerFactory.getLogger(ResendJobListener.class);

    private final RunHolder holder;
    private final Attempts attempts;
    private final Owners owners;
    private final Resends resends;
    private final Ledger ledger;

    ResendJobListener(RunHolder holder, Attempts attempts, Owners owners, Resends resends, Ledger ledger) {
        this.holder = holder;
        this.attempts = attempts;
        this.owners = owners;
        this.resends = resends;
        this.ledger = ledger;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        ResendParameters id = ResendParameters.of(execution.getJobParameters());
        HeldRun held = holder.take(id.run());
        if (ledger.purged(id.run())) {
            holder.release(id.run());
            throw ResendRefused.purged(id.run());
        }
        held.sentAgain();
        takeOverDead(id);
        execution.getExecutionContext().remove(ResendStop.HOLD);
        resends.set(id, ResendState.SENDING, null);
    }

    @Override
    public void afterJob(JobExecution execution) {
        ResendParameters id = ResendParameters.of(execution.getJobParameters());
        if (holds(id)) {
            leave(id, () -> rest(id, execution));
        }
    }

    /** The job repository failed, so that Batch does not come to {@link #afterJob}. */
    @EventListener
    void on(JobBrokeOff event) {
        ResendParameters.of(event.job(), event.parameters())
                .filter(this::holds)
                .ifPresent(id -> leave(id, () -> resends.set(id, ResendState.FAILED, event.cause())));
    }

    private boolean holds(ResendParameters id) {
        try {
            holder.get(id.run());
            return true;
        } catch (RunLost e) {
            return false;
        }
    }

    /** A process that froze and lost the run learns that first, and writes nothing over what the one that has it wrote. */
    private void leave(ResendParameters id, Runnable rest) {
        try {
            try {
                holder.get(id.run()).sentAgain();
                takeOverDead(id);
                rest.run();
            } finally {
                holder.release(id.run());
            }
        } catch (RunLost e) {
            log.warn(e.getMessage());
        }
    }

    private void rest(ResendParameters id, JobExecution execution) {
        String hold = execution.getExecutionContext().getString(ResendStop.HOLD, "");
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            resends.set(id, ResendState.COMPLETED, null);
        } else if (!hold.isEmpty()) {
            resends.set(id, ResendState.PAUSED, hold);
        } else if (execution.getStatus() == BatchStatus.STOPPED) {
            resends.set(id, ResendState.STOPPED, null);
        } else {
            resends.set(id, ResendState.FAILED, FailureCause.of(execution).orElse("unknown; see the log"));
        }
    }

    /** This process's own claims too: nobody would settle them any more. */
    private void takeOverDead(ResendParameters id) {
        attempts.takeOverDead(id.run(), owner -> owner.equals(owners.self()) || !owners.alive(owner));
    }
}
