package dev.postrider.report;

import dev.postrider.feedback.FeedbackCounts;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run's messages after SES had taken them, as far as its feedback says; the mailbox simulator's is not
 * counted. Shares are of the messages sent to other addresses than the simulator's, 0 to 1, and null while there are none.
 *
 * @param bounces permanent ones, which the guard looks at
 * @param complaints of spam, or worse
 * @param transientBounces such as a full mailbox
 * @param undeterminedBounces of which SES does not know more
 */
public record RunFeedback(
        long bounces,
        @Nullable Double bounceShare,
        long complaints,
        @Nullable Double complaintShare,
        long transientBounces,
        long undeterminedBounces) {

    static RunFeedback of(FeedbackCounts counts, long sent) {
        return new RunFeedback(
                counts.permanentBounces(),
                share(counts.permanentBounces(), sent),
                counts.complaints(),
                share(counts.complaints(), sent),
                counts.transientBounces(),
                counts.undeterminedBounces());
    }

    private static @Nullable Double share(long count, long sent) {
        return sent == 0 ? null : (double) count / sent;
    }
}
