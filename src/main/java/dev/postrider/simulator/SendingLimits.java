package dev.postrider.simulator;

import dev.postrider.simulator.message.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The send rate and the daily quota, both in recipients, over exact sliding windows. */
final class SendingLimits {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Clock clock;
    private final Supplier<AccountOptions> options;
    private final SlidingWindow lastSecond = new SlidingWindow(SECOND, 1);
    private final SlidingWindow lastDay = new SlidingWindow(TimeUnit.DAYS.toNanos(1), SECOND);
    private long mostInOneSecond;
    private long debtPaidAt = Long.MIN_VALUE;
    private long latest;

    SendingLimits(Clock clock, Supplier<AccountOptions> options) {
        this.clock = clock;
        this.options = options;
    }

    /** @throws Refusal when a limit does not allow for so many recipients; then nothing is taken */
    synchronized void take(int recipients) {
        AccountOptions account = options.get();
        long now = now();
        checkQuota(account, now, recipients);
        checkRate(account, now, recipients);
        lastDay.add(now, recipients);
        lastSecond.add(now, recipients);
        mostInOneSecond = Math.max(mostInOneSecond, lastSecond.total(now));
    }

    private void checkQuota(AccountOptions account, long now, int recipients) {
        double quota = account.max24HourSend();
        if (quota >= 0 && lastDay.total(now) + recipients > quota) {
            throw account.quotaIsThrottling()
                    ? new Refusal(429, "TooManyRequestsException", "Daily message quota exceeded.")
                    : new Refusal(400, "LimitExceededException", "Daily message quota exceeded.");
        }
    }

    private void checkRate(AccountOptions account, long now, int recipients) {
        double rate = account.maxSendRate();
        if (rate < 0) {
            return;
        }
        double excess = lastSecond.total(now) + recipients - rate;
        if (now < debtPaidAt || (account.strictRate() ? excess > 0 : excess >= recipients)) {
            throw throttled();
        }
        if (excess > 0) {
            debtPaidAt = now + (long) (excess / rate * SECOND);
        }
    }

    static Refusal throttled() {
        return new Refusal(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
    }

    synchronized long sentLast24Hours() {
        return lastDay.total(now());
    }

    synchronized long mostInOneSecond() {
        return mostInOneSecond;
    }

    /** The clock may be set back under us; a window must not. */
    private long now() {
        Instant instant = clock.instant();
        latest = Math.max(latest, TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano());
        return latest;
    }
}
