package dev.postrider.limits;

import dev.postrider.warmup.WarmUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

    /** Of questions that Redis has in place of an answer. */
    private static final int MOST_ANSWERS = 2;

    private final LimitsRedis redis;
    private final SentLast24Hours sent;
    private final SendingAccount account;
    private final Allotment allotment;
    private final SendingLeave leave;
    private final Adaptation adaptation = new Adaptation();

    SendLimits(
            LimitsRedis redis, SentLast24Hours sent, SendingAccount account, Allotment allotment, SendingLeave leave) {
        this.redis = redis;
        this.sent = sent;
        this.account = account;
        this.allotment = allotment;
        this.leave = leave;
    }

    /**
     * Asks for permits and never blocks for them. Grants as many as requested, or fewer when that is more than
     * {@link #largestBatch} or than what is left of the quota, or of the day of an identity that is warming up: send so
     * many, and ask again for the rest.
     *
     * @throws LimitsUnavailable if Redis does not answer: nothing may be sent
     * @throws AccountUnavailable if the provider has not told the limits yet: nothing may be sent
     */
    public Grant take(PermitRequest request) {
        AccountQuota quota = account.quota();
        Optional<String> refusal = leave.refusal();
        if (refusal.isPresent()) {
            return new Grant.Barred(refusal.get());
        }
        WarmUp warmUp = allotment.warmUp(request.from());
        long asked = System.nanoTime();
        LimitsReply reply = ask(request, warmUp, quota);
        for (int answers = 0; answers < MOST_ANSWERS && reply.asks(); answers++) {
            answer(reply, quota);
            asked = System.nanoTime();
            reply = ask(request, warmUp, quota);
        }
        adaptation.saw(reply.factor());
        return switch (reply.word()) {
            case GRANTED -> granted(request, warmUp, reply, asked);
            case WAIT -> new Grant.Wait(Duration.ofNanos(reply.first() * 1_000));
            case QUOTA -> new Grant.QuotaReached(Instant.ofEpochSecond(reply.first()));
            case DAY_USED_UP ->
                new Grant.WarmUpReached(
                        allotment.cause(Objects.requireNonNull(warmUp), quota), Instant.ofEpochSecond(reply.first()));
            case UNSEEDED, DAY -> new Grant.Wait(Duration.ofMillis(10));
        };
    }

    private void answer(LimitsReply question, AccountQuota quota) {
        if (question.word() == LimitsReply.Word.DAY) {
            allotment.told(question.first());
        } else {
            sent.seed(quota.sentLast24Hours());
        }
    }

    private Grant granted(PermitRequest request, @Nullable WarmUp warmUp, LimitsReply reply, long asked) {
        sent.saw(reply.sent());
        String identity = warmUp == null ? null : warmUp.identity();
        if (identity != null) {
            sent.saw(new IdentityDay(identity, TimeUnit.MINUTES.toDays(reply.second())), reply.today());
        }
        long deadline = asked + allotment.permitValidity().toNanos();
        int count = Math.toIntExact(reply.first());
        return new Grant.Granted(new Permits(
                request.lane(), request.run(), identity, count, request.runRate() != null, reply.second(), deadline));
    }

    private LimitsReply ask(PermitRequest request, @Nullable WarmUp warmUp, AccountQuota quota) {
        Pace pace = allotment.pace(quota);
        Pace runPace = allotment.runPace(request.runRate());
        return redis.take(
                request.run().value(),
                sent.days(),
                Math.min(request.count(), largest(pace, runPace)),
                pace.burst(),
                pace.fill(),
                allotment.reserve(request.lane(), pace),
                runPace.burst(),
                runPace.fill(),
                allotment.quota(request.lane(), quota),
                sent.news(quota.sentLast24Hours()),
                allotment.today(warmUp),
                allotment.mostToday(request.lane(), warmUp, quota),
                warmUp == null ? LimitsRedis.NO_IDENTITY : warmUp.identity());
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
            ifAvailable(() -> sent.wentBack(permits, redis.giveBack(permits, unused)));
        }
    }

    /**
     * SES refused for the rate although permits were held: somebody else sends too. All nodes go slower, by 30 % at most once
     * a second down to a tenth, and by and by faster again, by 2 % of the full rate a second.
     *
     * @param refused of the permits; they do not count against the quota
     */
    public void throttled(Permits permits, int refused) {
        ifAvailable(() -> sent.wentBack(permits, redis.throttled(permits, refused)));
    }

    /**
     * SES refused these for the sake of the whole run, or they did not reach it. They count against the rate, which some may
     * have used, and which paces the tries of an outage; not against the quota, nor a day of a warm-up.
     */
    public void notTaken(Permits permits, int count) {
        ifAvailable(() -> sent.wentBack(permits, redis.notTaken(permits, count)));
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
        return largest(allotment.pace(account.quota()), allotment.runPace(runRate));
    }

    /** What a campaign may send now; does not count as sending. */
    public Allowance allowance(@Nullable Double runRate) {
        AccountQuota quota = account.quota();
        double perSecond = Math.min(
                allotment.pace(quota).sustained(), allotment.runPace(runRate).sustained());
        double most = allotment.quota(Lane.CAMPAIGN, quota);
        double used = Math.max(quota.sentLast24Hours(), (double) redis.total());
        return new Allowance(
                Double.isInfinite(perSecond) ? null : perSecond, most < 0 ? null : (long) Math.max(0, most - used));
    }

    private int largest(Pace pace, Pace runPace) {
        double ofAccount = (pace.burst() - allotment.reserve(Lane.CAMPAIGN, pace)) * adaptation.factor();
        double most = pace.isUnlimited() ? Integer.MAX_VALUE : Math.max(1, ofAccount);
        return (int) (runPace.isUnlimited() ? most : Math.min(most, runPace.burst()));
    }
}
