package dev.postrider.node;

import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.ledger.RunLogContext;
import dev.postrider.operations.JobOver;
import dev.postrider.operations.JobRefused;
import dev.postrider.operations.Jobs;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works on one run until its job is over. Whatever goes wrong with it is logged, in one line, and not thrown. */
@Component
class RunWork {

    private static final Logger log = LoggerFactory.getLogger(RunWork.class);

    private final RunHolder holder;
    private final Jobs jobs;
    private final RunLog runLog;
    private final Takeovers takeovers;

    RunWork(RunHolder holder, Jobs jobs, RunLog runLog, Takeovers takeovers) {
        this.holder = holder;
        this.jobs = jobs;
        this.runLog = runLog;
        this.takeovers = takeovers;
    }

    /** Goes on with the run unless another process was faster. */
    void goOn(Run due) {
        try {
            if (holder.tryTake(due)) {
                work(due);
            }
        } catch (RuntimeException e) {
            runLog.failed(due, e);
        }
    }

    private void work(Run run) {
        RunLogContext.begin(run.id());
        try {
            if (takeovers.goOn(run)) {
                runLog.starts(run);
                start(run);
            }
            runLog.ended(run.id());
        } catch (JobOver e) {
            disputed(run, e);
        } catch (JobRefused e) {
            log.info("run {} is left alone: {}", run.id(), e.getMessage());
        } finally {
            release(run);
            RunLogContext.end();
        }
    }

    private void start(Run run) {
        try {
            jobs.start(CampaignJob.NAME, new CampaignJobParameters(run.id()).toJobParameters());
        } catch (RuntimeException e) {
            takeovers.survived(run);
            throw e;
        }
    }

    /** One of the two stores was set back, and there is no telling which: to ask again every few seconds would not help. */
    private void disputed(Run run, JobOver over) {
        holder.get(run.id())
                .pause(
                        "the job repository says otherwise than MongoDB: " + over.getMessage() + "; to give the run up:"
                                + " postrider run abandon " + run.id(),
                        null);
        runLog.ended(run.id());
    }

    /** Of effect only where the job did not come so far as to do it. */
    private void release(Run run) {
        try {
            holder.release(run.id());
        } catch (RunLost e) {
            log.debug(e.getMessage());
        }
    }
}
