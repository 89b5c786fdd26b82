package dev.postrider.housekeeping;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept.
 *
 * @param keepRuns who got which run and why not, after the run is over: as long as people may ask, feedback may come, or a
 *     yearly campaign is compared with its last run
 * @param keepJobs executions in the job repository, after they were last touched
 * @param keepSlots slots that were missed, slots of other jobs that were done or given up, and how far the schedule was
 *     evaluated of a campaign or job whose file is gone
 * @param keepUnused pinned templates that no run refers to, what a process may have left of a run that is over, and leases
 *     that ran out: longer than any process takes from pinning a template to inserting its run
 */
@ConfigurationProperties("postrider.housekeeping")
record HousekeepingSettings(
        @DefaultValue("400d") Duration keepRuns,
        @DefaultValue("90d") Duration keepJobs,
        @DefaultValue("400d") Duration keepSlots,
        @DefaultValue("1d") Duration keepUnused) {

    private static final Duration LEAST = Duration.ofDays(1);

    HousekeepingSettings {
        if (Stream.of(keepRuns, keepJobs, keepSlots, keepUnused).anyMatch(keep -> keep.compareTo(LEAST) < 0)) {
            throw new IllegalArgumentException(
                    "postrider.housekeeping.keep-runs, .keep-jobs, .keep-slots and .keep-unused have to be a day at least");
        }
    }
}
