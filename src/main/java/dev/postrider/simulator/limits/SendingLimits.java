package dev.postrider.simulator.limits;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The send rate and the daily quota, both in recipients, over exact sliding windows. */
public final class SendingLimits {

    /** Whether the limits allowed for a send; if not, nothing was taken. */
    public enum Verdict {
        TAKEN,
        OVER_RATE,
        OVER_QUOTA
    }

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Clock clock;
    private final Supplier<LimitRules> rules;
    private final SlidingWindow lastSecond = new SlidingWindow(SECOND, 1);
    private final SlidingWindow lastDay = new SlidingWindow(TimeUnit.DAYS.toNanos(1), SECOND);
    private final SlidingWindow offered = new SlidingWindow(SECOND, 1);
    private long mostInOneSecond;
    private long mostOfferedInOneSecond;
    private long debtPaidAt = Long.MIN_VALUE;
    private long latest;

    public SendingLimits(Clock clock, Supplier<LimitRules> rules) {
        this.clock = clock;
        this.rules = rules;
    }

    public synchronized Verdict take(int recipients) {
        LimitRules present = rules.get();
        long now = now();
        offered.add(now, recipients);
        mostOfferedInOneSecond = Math.max(mostOfferedInOneSecond, offered.total(now));
        if (present.max24HourSend() >= 0 && lastDay.total(now) + recipients > present.max24HourSend()) {
            return Verdict.OVER_QUOTA;
        }
        if (present.maxSendRate() >= 0 && isOverRate(present, now, recipients)) {
            return Verdict.OVER_RATE;
        }
        lastDay.add(now, recipients);
        lastSecond.add(now, recipients);
        mostInOneSecond = Math.max(mostInOneSecond, lastSecond.total(now));
        return Verdict.TAKEN;
    }

    private boolean isOverRate(LimitRules present, long now, int recipients) {
        double excess = lastSecond.total(now) + recipients - ownRate(present);
        if (present.strictRate()) {
            return excess > 0;
        }
        if (now < debtPaidAt || excess >= recipients) {
            return true;
        }
        debtPaidAt = excess > 0 ? now + (long) (excess / ownRate(present) * SECOND) : now;
        return false;
    }

    private static double ownRate(LimitRules present) {
        return Math.max(0, present.maxSendRate() - present.foreignRate());
    }

    public synchronized long sentLast24Hours() {
        return lastDay.total(now());
    }

    public synchronized long mostInOneSecond() {
        return mostInOneSecond;
    }

    /** Whether taken or not: the rate that senders kept, where what is taken is the rate that they were kept to. */
    public synchronized long mostOfferedInOneSecond() {
        return mostOfferedInOneSecond;
    }

    /** The clock may be set back under us; a window must not. */
    private long now() {
        Instant instant = clock.instant();
        latest = Math.max(latest, TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano());
        return latest;
    }
}
