package dev.postrider.inactivity;

import dev.postrider.chore.ChoreJob;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.stereotype.Component;

/** The inactivity job as of the day of a slot. */
@Component
class InactivityChore implements ChoreJob {

    @Override
    public String name() {
        return InactivityJob.NAME;
    }

    @Override
    public JobParameters parameters(Instant slot, ZoneId zone) {
        return InactivityParameters.of(slot, zone).toJobParameters();
    }
}
