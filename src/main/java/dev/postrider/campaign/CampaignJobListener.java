package dev.postrider.campaign;

import dev.postrider.delivery.RunHeld;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.FailureCause;
import dev.postrider.operations.JobBrokeOff;
import dev.postrider.proof.ProofAcceptance;
import dev.postrider.rollout.Guard;
import dev.postrider.run.HeldRun;
import dev.postrider.run.Objection;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunLost;
import dev.postrider.run.RunState;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds the run while its job executes, and writes down how that ended. */
@Component
class CampaignJobListener implements JobExecutionListener {

    private static final Logger log = LoggerFactory.getLogger(CampaignJobListener.class);

    private final RunHolder holder;
    private final ActiveRuns active;
    private final Guard guard;

    CampaignJobListener(RunHolder holder, ActiveRuns active, Guard guard) {
        this.holder = holder;
        this.active = active;
        this.guard = guard;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        HeldRun held = holder.take(
                CampaignJobParameters.of(execution.getJobParameters()).run());
        try {
            accept(held.read(), execution);
            if (!held.sending(execution.getId())) {
                execution.setStatus(BatchStatus.STOPPING);
            }
        } catch (RuntimeException e) {
            release(held, e);
            throw e;
        }
        active.add(new ActiveRun(held, execution));
    }

    private void release(HeldRun held, RuntimeException cause) {
        try {
            holder.release(held.id());
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** Nothing but a person goes on with a run that the guard, or its proof, had paused. */
    private void accept(Run before, JobExecution execution) {
        if (before.objection() == Objection.GUARD) {
            guard.accept(before.id());
        }
        if (before.objection() == Objection.PROOF && before.cause() != null) {
            ProofAcceptance.goOn(execution, before.cause());
        }
    }

    @Override
    public void afterJob(JobExecution execution) {
        RunId run = CampaignJobParameters.of(execution.getJobParameters()).run();
        active.find(run).ifPresent(ended -> leave(ended.held(), () -> rest(ended, execution)));
    }

    /** The job repository failed, so that Batch does not come to {@link #afterJob}. */
    @EventListener
    void on(JobBrokeOff event) {
        CampaignJobParameters.run(event.job(), event.parameters())
                .flatMap(active::find)
                .map(ActiveRun::held)
                .ifPresent(broken -> leave(broken, () -> broken.rest(RunState.FAILED, event.cause())));
    }

    /** A run that its last step closed is over, also where its job was stopped, held or broken before it was. */
    private void leave(HeldRun held, Runnable rest) {
        active.remove(held.id());
        try {
            try {
                if (!held.read().state().over()) {
                    rest.run();
                }
            } finally {
                holder.release(held.id());
            }
        } catch (RunLost e) {
            log.warn(e.getMessage());
        }
    }

    private void rest(ActiveRun run, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return;
        }
        RunHeld hold = run.hold();
        Optional<String> cause = FailureCause.of(execution);
        if (hold != null) {
            if (!rest(run, hold)) {
                run.held().rest(RunState.STOPPED, null);
            }
        } else if (cause.isEmpty() && execution.getStatus() == BatchStatus.STOPPED) {
            run.held().rest(RunState.STOPPED, null);
        } else {
            run.held().rest(RunState.FAILED, cause.orElse("unknown; see the log"));
        }
    }

    private boolean rest(ActiveRun run, RunHeld hold) {
        if (run.awaitsApproval()) {
            return run.held().awaitApproval(hold.cause());
        }
        Objection objection = run.objection();
        if (objection == null) {
            return run.held().pause(hold.cause(), hold.resumesAt());
        }
        if (objection == Objection.GUARD) {
            guard.pauses(run.held().id(), hold.cause());
        }
        return run.held().object(objection, hold.cause());
    }
}
