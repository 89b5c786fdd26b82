package dev.postrider.resend;

import dev.postrider.operations.JobOver;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.run.RunHolder;
import org.springframework.stereotype.Service;

/** Goes on with resends. */
@Service
public class ResendWork {

    private final RunHolder holder;
    private final Jobs jobs;
    private final Resends resends;

    ResendWork(RunHolder holder, Jobs jobs, Resends resends) {
        this.holder = holder;
        this.jobs = jobs;
        this.resends = resends;
    }

    /**
     * Sends what is left of the resend, and returns when its job is over, however it ended. One whose job had ended before,
     * and could not write that down, is over with it, so that the next attempt can be opened.
     *
     * @throws dev.postrider.run.RunBusy when another live process holds the run
     * @throws dev.postrider.operations.JobRefused when it is at work
     */
    public JobView goOn(Resend resend) {
        ResendParameters id = ResendParameters.of(resend);
        holder.take(id.run());
        try {
            return jobs.start(ResendJob.NAME, id.toJobParameters());
        } catch (JobOver over) {
            return close(id, over);
        } finally {
            holder.release(id.run());
        }
    }

    private JobView close(ResendParameters id, JobOver over) {
        JobView job = jobs.latest(ResendJob.NAME, id.toMap()).orElseThrow(() -> over);
        ResendState state = job.state() == JobState.COMPLETED ? ResendState.COMPLETED : ResendState.ABANDONED;
        resends.set(id, state, over.getMessage());
        return job;
    }
}
