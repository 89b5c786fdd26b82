package dev.postrider.housekeeping;

import dev.postrider.chore.ChoreJob;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.stereotype.Component;

@Component
class HousekeepingChore implements ChoreJob {

    @Override
    public String name() {
        return HousekeepingJob.NAME;
    }

    @Override
    public JobParameters parameters(Instant slot, ZoneId zone) {
        return new HousekeepingParameters(slot).toJobParameters();
    }
}
