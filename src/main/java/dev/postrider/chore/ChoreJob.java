package dev.postrider.chore;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.batch.core.job.parameters.JobParameters;

/** A job that schedules launch, besides campaigns. */
public interface ChoreJob {

    String name();

    /** The identity of the slot's job instance; the same at each call. */
    JobParameters parameters(Instant slot, ZoneId zone);
}
