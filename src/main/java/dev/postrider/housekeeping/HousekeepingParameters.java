package dev.postrider.housekeeping;

import java.time.Instant;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * Identity of a housekeeping job.
 *
 * @param at the slot that a schedule launched, or when a person did
 */
public record HousekeepingParameters(Instant at) {

    public JobParameters toJobParameters() {
        return new JobParametersBuilder().addString("at", at.toString()).toJobParameters();
    }
}
