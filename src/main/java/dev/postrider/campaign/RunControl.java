package dev.postrider.campaign;

import dev.postrider.audit.Audit;
import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditSubject;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobExecutionNotFound;
import dev.postrider.operations.JobOver;
import dev.postrider.operations.Jobs;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What people do to runs in whatever state and process they are. */
@Service
public class RunControl {

    private final Runs runs;
    private final RunHolder holder;
    private final Jobs jobs;
    private final RunAbandonment abandonment;
    private final Audit audit;

    RunControl(Runs runs, RunHolder holder, Jobs jobs, RunAbandonment abandonment, Audit audit) {
        this.runs = runs;
        this.holder = holder;
        this.jobs = jobs;
        this.abandonment = abandonment;
        this.audit = audit;
    }

    /**
     * Keeps the run from going on by itself, and returns at once: one that is at work is STOPPING until it has finished what
     * it claimed, any other STOPPED.
     *
     * @throws RunRefused when there is nothing to stop
     */
    public void stop(RunId id) {
        runs.get(id);
        audit.during(AuditAction.STOPPED, AuditSubject.run(id), Map.of(), () -> {
            boolean requested = runs.requestStop(id);
            boolean settled = settleStop(runs.get(id));
            if (!requested && !settled) {
                throw new RunRefused("run '" + id + "' cannot be stopped: it is " + state(runs.get(id)) + " already");
            }
        });
    }

    /** Nobody is left who would finish what the run has in hand. */
    private boolean settleStop(Run run) {
        return run.state() == RunState.STOPPING && !holder.owned(run) && runs.settleStop(run);
    }

    /**
     * Says no to whatever the run has left to do: who had no turn is skipped as not attempted.
     *
     * @throws RunRefused when it is over
     * @throws dev.postrider.operations.JobRefused while it is at work
     * @throws dev.postrider.run.RunBusy while it is at work
     */
    public void abandon(RunId id) {
        Run run = runs.get(id);
        checkNotOver(run);
        if (!abandonJob(run)) {
            audit.during(AuditAction.ABANDONED, AuditSubject.run(id), Map.of(), () -> abandonment.abandon(id));
        }
    }

    /** False when the run has not begun, or the job repository was lost since or takes the run for over. */
    private boolean abandonJob(Run run) {
        try {
            if (run.job() != null) {
                jobs.abandon(run.job());
                return true;
            }
            return false;
        } catch (JobExecutionNotFound | JobOver e) {
            return false;
        }
    }

    /** @throws RunRefused when the run is over */
    public void checkNotOver(Run run) {
        if (run.state().over()) {
            throw new RunRefused("run '" + run.id() + "' is " + state(run) + ": there is nothing left to do");
        }
    }

    private static String state(Run run) {
        return run.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
