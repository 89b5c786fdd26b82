package dev.postrider.resend;

import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What people do to a resend by its run. */
@Service
public class ResendControl {

    private final Resends resends;
    private final Jobs jobs;

    ResendControl(Resends resends, Jobs jobs) {
        this.resends = resends;
        this.jobs = jobs;
    }

    /**
     * Asks the run's resend that is at work to stop, in whatever process it is, and returns at once.
     *
     * @return that resend; empty, and without effect, when none is at work
     */
    public Optional<Resend> stop(RunId run) {
        for (Resend resend : resends.of(run)) {
            Optional<JobView> job = resend.state().over() ? Optional.empty() : atWork(resend);
            if (job.isPresent()) {
                jobs.stop(job.get().id());
                return Optional.of(resend);
            }
        }
        return Optional.empty();
    }

    private Optional<JobView> atWork(Resend resend) {
        return jobs.latest(ResendJob.NAME, ResendParameters.of(resend).toMap())
                .filter(job -> !job.state().over());
    }
}
