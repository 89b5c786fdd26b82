package dev.postrider.report;

import dev.postrider.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run as others script against them. When a run has ended,
 * {@code planned = sent + rejected + unknown + all of skipped + claimed}.
 *
 * @param cause why the run is paused or failed, one line; null where there is nothing to say
 * @param resumesAt when a planned or paused run goes on by itself; null: when a person says so
 * @param skipped count by reason; of a run that is only planned, those that plan expects
 * @param proofs the copies for the run's team, which are in no other figure
 * @param feedback of the messages that are sent
 * @param rateShare share of the account's rate to which SES's throttling has lowered it; null when all of it is used, and
 *     when the run is not sending
 * @param job the last job execution, null before the first
 * @param claimed those in hand, none once nobody is at work
 * @param resent how many of all these had more than one attempt
 */
public record RunReport(
        String run,
        String campaign,
        Instant slot,
        RunState state,
        @Nullable String cause,
        @Nullable Instant resumesAt,
        long planned,
        long sent,
        long rejected,
        long unknown,
        SortedMap<String, Long> skipped,
        List<ProofReport> proofs,
        RunFeedback feedback,
        @Nullable Double rateShare,
        @Nullable Long job,
        long claimed,
        long resent) {

    public boolean addsUp() {
        long skips = skipped.values().stream().mapToLong(Long::longValue).sum();
        return planned == sent + rejected + unknown + skips + claimed;
    }
}
