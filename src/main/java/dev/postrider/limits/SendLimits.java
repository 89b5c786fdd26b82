package dev.postrider.limits;

import dev.postrider.ledger.RunId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Send rate and rolling 24 hour quota over all nodes, counted in recipients. Permits are taken in one Lua call with
 * Redis's time, so neither the number of processes nor a wrong clock in one of them matters; in any one second, and in
 * any 24 hours, no more are used than the account allows (see {@link Pace}). Thread-safe.
 */
@Service
public class SendLimits {

    private final LimitsRedis redis;
    private final QuotaSnapshots snapshots;
    private final SendingAccount account;
    private final LimitsSettings settings;
    private volatile double factor = 1;

    SendLimits(LimitsRedis redis, QuotaSnapshots snapshots, SendingAccount account, LimitsSettings settings) {
        this.redis = redis;
        this.snapshots = snapshots;
        this.account = account;
        this.settings = settings;
    }

    /**
     * Asks for permits and never blocks for them. Grants {@code count}, or fewer when that is more than
     * {@link #largestBatch} or than what is left of the quota.
     *
     * @param runRate most of this run in any one second, null for no limit of its own
     * @throws LimitsUnavailable if Redis does not answer: nothing may be sent
     */
    public Grant take(Lane lane, RunId run, int count, @Nullable Double runRate) {
        if (count < 1) {
            throw new IllegalArgumentException("permits for " + count + " recipients");
        }
        AccountQuota quota = account.quota();
        long asked = System.nanoTime();
        LimitsReply reply = ask(lane, run, count, runRate, quota);
        if (reply.word().equals("UNSEEDED")) {
            redis.seed(quota.sentLast24Hours(), snapshots.load(settings.account()));
            asked = System.nanoTime();
            reply = ask(lane, run, count, runRate, quota);
        }
        factor = reply.factor();
        long deadline = asked + settings.permitValidity().toNanos();
        return switch (reply.word()) {
            case "GRANTED" ->
                new Grant.Granted(new Permits(
                        lane, run, Math.toIntExact(reply.first()), runRate != null, reply.second(), deadline));
            case "WAIT" -> new Grant.Wait(Duration.ofNanos(reply.first() * 1_000));
            case "QUOTA" -> new Grant.QuotaReached(Instant.ofEpochSecond(reply.first()));
            default -> throw new IllegalStateException("the quota was lost again while it was seeded");
        };
    }

    private LimitsReply ask(Lane lane, RunId run, int count, @Nullable Double runRate, AccountQuota quota) {
        Pace pace = pace(quota);
        Pace runPace = runPace(runRate);
        boolean campaign = lane == Lane.CAMPAIGN;
        return redis.take(
                run.value(),
                Math.min(count, largest(pace, runPace)),
                pace.burst(),
                pace.fill(),
                campaign ? pace.reserve(settings.transactionalReserve()) : 0,
                runPace.burst(),
                runPace.fill(),
                campaign ? campaignShare(quota.max24HourSend()) : quota.max24HourSend(),
                quota.sentLast24Hours());
    }

    private double campaignShare(double max24HourSend) {
        return max24HourSend < 0 ? max24HourSend : Math.floor(max24HourSend * (1 - settings.transactionalReserve()));
    }

    private Pace pace(AccountQuota quota) {
        return Pace.of(quota.maxSendRate(), settings.permitValidity());
    }

    private Pace runPace(@Nullable Double runRate) {
        return runRate == null ? Pace.UNLIMITED : Pace.of(runRate, settings.permitValidity());
    }

    /** Returns permits of a grant that will not be used, in whole or in part; once for each grant. */
    public void giveBack(Permits permits, int unused) {
        if (unused < 0 || unused > permits.count()) {
            throw new IllegalArgumentException(unused + " unused of " + permits.count() + " permits");
        }
        if (unused > 0) {
            redis.giveBack(permits.run().value(), unused, permits.minute(), permits.runLimited());
        }
    }

    /** SES refused for the rate although permits were held: all nodes go slower, and by and by faster again. */
    public void throttled() {
        redis.throttled();
    }

    /** Most permits that one {@link #take} can get at the present rate; at least 1. */
    public int largestBatch(@Nullable Double runRate) {
        return largest(pace(account.quota()), runPace(runRate));
    }

    private int largest(Pace pace, Pace runPace) {
        double most = Integer.MAX_VALUE;
        if (!pace.isUnlimited()) {
            most = Math.max(1, (pace.burst() - pace.reserve(settings.transactionalReserve())) * factor);
        }
        if (!runPace.isUnlimited()) {
            most = Math.min(most, runPace.burst());
        }
        return (int) most;
    }
}
