package dev.postrider.housekeeping;

import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.operations.JobArchive;
import dev.postrider.run.Runs;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Old executions in the job repository, except those of a run that is not over. */
@Component
@Order(4)
class JobPurge implements Purge {

    private final JobArchive jobs;
    private final Runs runs;
    private final HousekeepingSettings settings;
    private final Clock clock;

    JobPurge(JobArchive jobs, Runs runs, HousekeepingSettings settings, Clock clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "jobs";
    }

    @Override
    public long due() {
        return jobs.count(limit(), this::mayGo);
    }

    @Override
    public Purged purge() {
        return Purged.of(jobs.deleteSome(limit(), this::mayGo));
    }

    private Instant limit() {
        return clock.instant().minus(settings.keepJobs());
    }

    private boolean mayGo(String job, Map<String, String> parameters) {
        return CampaignJobParameters.run(job, parameters)
                .flatMap(runs::find)
                .map(run -> run.state().over())
                .orElse(true);
    }
}
