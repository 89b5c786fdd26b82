package dev.postrider.limits;

import dev.postrider.ledger.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Send rate and rolling 24 hour quota over all nodes, counted in recipients. Permits are taken in one Lua call with
 * Redis's time, so neither the number of processes nor a wrong clock in one of them matters; in any one second, and in
 * any 24 hours, no more are used than the account allows (see {@link Pace}). Thread-safe.
 */
@Service
public class SendLimits {

    private static final Logger LOG = LoggerFactory.getLogger(SendLimits.class);

    private final LimitsRedis redis;
    private final SentLast24Hours sent;
    private final SendingAccount account;
    private final LimitsSettings settings;
    private final SendingLeave leave;
    private final Adaptation adaptation = new Adaptation();

    SendLimits(
            LimitsRedis redis,
            SentLast24Hours sent,
            SendingAccount account,
            LimitsSettings settings,
            SendingLeave leave) {
        this.redis = redis;
        this.sent = sent;
        this.account = account;
        this.settings = settings;
        this.leave = leave;
    }

    /**
     * Asks for permits and never blocks for them. Grants {@code count}, or fewer when that is more than
     * {@link #largestBatch} or than what is left of the quota: send so many, and ask again for the rest.
     *
     * @param runRate most of this run in any one second, null for no limit of its own
     * @throws LimitsUnavailable if Redis does not answer: nothing may be sent
     * @throws AccountUnavailable if the provider has not told the limits yet: nothing may be sent
     */
    public Grant take(Lane lane, RunId run, int count, @Nullable Double runRate) {
        if (count < 1) {
            throw new IllegalArgumentException("permits for " + count + " recipients");
        }
        AccountQuota quota = account.quota();
        Optional<String> refusal = leave.refusal();
        if (refusal.isPresent()) {
            return new Grant.Barred(refusal.get());
        }
        long asked = System.nanoTime();
        LimitsReply reply = ask(lane, run, count, runRate, quota);
        if (reply.word() == LimitsReply.Word.UNSEEDED) {
            sent.seed(quota.sentLast24Hours());
            asked = System.nanoTime();
            reply = ask(lane, run, count, runRate, quota);
        }
        adaptation.saw(reply.factor());
        return switch (reply.word()) {
            case GRANTED -> granted(lane, run, runRate != null, reply, asked);
            case WAIT -> new Grant.Wait(Duration.ofNanos(reply.first() * 1_000));
            case QUOTA -> new Grant.QuotaReached(Instant.ofEpochSecond(reply.first()));
            case UNSEEDED -> new Grant.Wait(Duration.ofMillis(10));
        };
    }

    private Grant granted(Lane lane, RunId run, boolean runLimited, LimitsReply reply, long asked) {
        sent.saw(reply.sent());
        long deadline = asked + settings.permitValidity().toNanos();
        int count = Math.toIntExact(reply.first());
        return new Grant.Granted(new Permits(lane, run, count, runLimited, reply.second(), deadline));
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
                campaign ? forCampaigns(quota.max24HourSend()) : quota.max24HourSend(),
                sent.news(quota.sentLast24Hours()));
    }

    private double forCampaigns(double max24HourSend) {
        return max24HourSend < 0 ? max24HourSend : Math.floor(max24HourSend * (1 - settings.transactionalReserve()));
    }

    /**
     * Returns permits of a grant that will not be used, in whole or in part; at most once for each grant. Without Redis
     * they lapse, and still count.
     */
    public void giveBack(Permits permits, int unused) {
        if (unused < 0 || unused > permits.count()) {
            throw new IllegalArgumentException(unused + " unused of " + permits.count() + " permits");
        }
        if (unused > 0) {
            ifAvailable(() -> redis.giveBack(permits, unused));
        }
    }

    /**
     * SES refused for the rate although permits were held: somebody else sends too. All nodes go slower, by 30 % at most once
     * a second down to a tenth, and by and by faster again, by 2 % of the full rate a second.
     *
     * @param refused of the permits; they do not count against the quota
     */
    public void throttled(Permits permits, int refused) {
        ifAvailable(() -> redis.throttled(permits, refused));
    }

    /** For what a caller in the middle of a batch could do nothing about: without Redis nothing more is granted anyway. */
    private static void ifAvailable(Runnable command) {
        try {
            command.run();
        } catch (LimitsUnavailable e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    /** Most permits that one {@link #take} can get at the present rate; at least 1. */
    public int largestBatch(@Nullable Double runRate) {
        return largest(pace(account.quota()), runPace(runRate));
    }

    /** What a campaign may send now; does not count as sending. */
    public Allowance allowance(@Nullable Double runRate) {
        AccountQuota quota = account.quota();
        double perSecond = Math.min(pace(quota).sustained(), runPace(runRate).sustained());
        double most = forCampaigns(quota.max24HourSend());
        double used = Math.max(quota.sentLast24Hours(), (double) redis.total());
        return new Allowance(
                Double.isInfinite(perSecond) ? null : perSecond, most < 0 ? null : (long) Math.max(0, most - used));
    }

    private Pace pace(AccountQuota quota) {
        return Pace.of(quota.maxSendRate(), settings.permitValidity());
    }

    private Pace runPace(@Nullable Double runRate) {
        return runRate == null ? Pace.UNLIMITED : Pace.of(runRate, settings.permitValidity());
    }

    private int largest(Pace pace, Pace runPace) {
        double ofAccount = (pace.burst() - pace.reserve(settings.transactionalReserve())) * adaptation.factor();
        double most = pace.isUnlimited() ? Integer.MAX_VALUE : Math.max(1, ofAccount);
        return (int) (runPace.isUnlimited() ? most : Math.min(most, runPace.burst()));
    }
}
