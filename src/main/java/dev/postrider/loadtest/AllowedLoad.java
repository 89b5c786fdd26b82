package dev.postrider.loadtest;

import dev.postrider.limits.AccountQuota;
import org.jspecify.annotations.Nullable;

/**
 * What the account's limits leave of a plan.
 *
 * @param rate most messages in any one second, null for no limit
 * @param messages to send
 */
public record AllowedLoad(@Nullable Double rate, long messages) {

    /** Share of a second's messages that leave in one request, as in campaigns. */
    private static final double REQUEST_SHARE = 0.05;

    /** SES takes 1 MB in one request; the rest is room for escapes. */
    private static final int MOST_BYTES = 900_000;

    /** Bytes of one message in a request beside its body. */
    private static final int OVERHEAD = 2_000;

    static AllowedLoad of(LoadPlan plan, AccountQuota quota) {
        Double rate = plan.rate();
        if (quota.maxSendRate() >= 0) {
            rate = rate == null ? quota.maxSendRate() : Math.min(rate, quota.maxSendRate());
        }
        return new AllowedLoad(rate, Math.min(plan.count(), left(quota)));
    }

    /** Messages that the account may still send today. */
    static long left(AccountQuota quota) {
        if (quota.maxSendRate() == 0) {
            return 0;
        }
        return quota.max24HourSend() < 0
                ? Long.MAX_VALUE
                : (long) Math.max(0, Math.floor(quota.max24HourSend() - quota.sentLast24Hours()));
    }

    /** Messages of this size in one request, of which the transport takes so many at most. */
    int perRequest(int size, int most) {
        double ofRate = rate == null ? most : Math.floor(rate * REQUEST_SHARE);
        double ofSize = Math.floor((double) MOST_BYTES / (size + OVERHEAD));
        return (int) Math.max(1, Math.min(most, Math.min(ofRate, ofSize)));
    }

    /** Without a limit it is one that nothing reaches. */
    double pace() {
        return rate == null ? Integer.MAX_VALUE : rate;
    }
}
