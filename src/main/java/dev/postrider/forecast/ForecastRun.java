package dev.postrider.forecast;

import dev.postrider.run.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run to come, or the rest of an open one.
 *
 * @param run the one of the slot, which need not be there yet
 * @param state null where it is not there yet
 * @param at when it begins, or goes on
 * @param recipients the subscribed ones whom the segment selects now, or who are left of an open run
 * @param last24Hours recipients of the 24 hours up to then, this run included, if only warm-ups held anybody up
 * @param quota recipients that campaigns may send to in 24 hours; null for no limit
 * @param warmUpIdentity the identity with a warm-up that the sender belongs to; null for none
 * @param warmUp recipients that its warm-up allows on the day; null for no limit
 * @param late recipients who have to wait for room; 0 where the run fits
 * @param lateByWarmUp those of them who would have to wait for the warm-up whatever the quota
 * @param ends when the last of them is sent to, if runs have their turn in the order in which they begin; null when it is
 *     not before the end of the forecast
 */
public record ForecastRun(
        String run,
        String campaign,
        @Nullable RunState state,
        Instant at,
        long recipients,
        long last24Hours,
        @Nullable Long quota,
        @Nullable String warmUpIdentity,
        @Nullable Long warmUp,
        long late,
        long lateByWarmUp,
        @Nullable Instant ends) {

    public boolean fits() {
        return late == 0;
    }

    /** The quota would not suffice even for what warm-ups allow. */
    public boolean overQuota() {
        return quota != null && last24Hours > quota;
    }
}
