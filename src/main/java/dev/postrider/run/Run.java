package dev.postrider.run;

import dev.postrider.ledger.RunId;
import dev.postrider.plan.FrozenPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One run of a campaign, as pinned when it was first launched.
 *
 * @param epoch counts the processes that have worked on the run; a stale one fails to match it
 * @param owner the lease of the process that works on the run, or that did when it died
 * @param day the day that {@code daysAgo} counts from
 * @param source the definition's text, pinned
 * @param topic what its mails count under for caps, pinned; null where the campaign names none
 * @param templateHash the template's content, pinned
 * @param plan the frozen recipients, null until plan is done
 * @param expectedSkips recipients by reason who would not be mailed, as plan saw them
 * @param renderEnded render has come to its end, well or not
 * @param cause why the run is paused or failed, one line
 * @param objection who has the run wait until a person accepts the cause; null where nobody has
 * @param resumesAt when the run goes on by itself, if it is planned or paused; null: when a person says so
 * @param job the last job execution
 */
public record Run(
        RunId id,
        RunState state,
        long epoch,
        @Nullable String owner,
        LocalDate day,
        String source,
        @Nullable String topic,
        String templateHash,
        @Nullable FrozenPlan plan,
        SortedMap<String, Long> expectedSkips,
        boolean renderEnded,
        @Nullable String cause,
        @Nullable Objection objection,
        @Nullable Instant resumesAt,
        @Nullable Long job,
        Instant createdAt) {

    public long planned() {
        return plan == null ? 0 : plan.planned();
    }

    /**
     * The frozen recipients.
     *
     * @throws IllegalStateException before plan is done
     */
    public FrozenPlan frozen() {
        if (plan == null) {
            throw new IllegalStateException("run " + id + " is not planned yet");
        }
        return plan;
    }
}
