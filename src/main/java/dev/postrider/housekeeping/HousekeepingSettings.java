package dev.postrider.housekeeping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept.
 *
 * @param keepRuns who got which run and why not, after the run is over: as long as people may ask, feedback may come, or a
 *     yearly campaign is compared with its last run
 * @param keepJobs executions in the job repository, after they were last touched
 */
@ConfigurationProperties("postrider.housekeeping")
record HousekeepingSettings(
        @DefaultValue("400d") Duration keepRuns,
        @DefaultValue("90d") Duration keepJobs) {

    private static final Duration LEAST = Duration.ofDays(1);

    HousekeepingSettings {
        if (keepRuns.compareTo(LEAST) < 0 || keepJobs.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "postrider.housekeeping.keep-runs and .keep-jobs have to be a day at least");
        }
    }
}
