package dev.postrider.node;

import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.ledger.RunLogContext;
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

    RunWork(RunHolder holder, Jobs jobs, RunLog runLog) {
        this.holder = holder;
        this.jobs = jobs;
        this.runLog = runLog;
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
            runLog.starts(run);
            jobs.start(CampaignJob.NAME, new CampaignJobParameters(run.id()).toJobParameters());
            runLog.ended(run.id());
        } catch (JobRefused e) {
            log.info("run {} is left alone: {}", run.id(), e.getMessage());
        } finally {
            release(run);
            RunLogContext.end();
        }
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
