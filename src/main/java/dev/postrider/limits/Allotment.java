package dev.postrider.limits;

import dev.postrider.warmup.WarmUp;
import dev.postrider.warmup.WarmUps;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a lane may take of the account's rate, of its quota, and of the days of warm-ups. Thread-safe. */
@Component
class Allotment {

    private static final long NO_DAY = -1;
    private static final double NO_LIMIT = -1;

    private final LimitsSettings settings;
    private final WarmUps warmUps;
    private volatile long today;

    Allotment(LimitsSettings settings, WarmUps warmUps) {
        this.settings = settings;
        this.warmUps = warmUps;
    }

    Duration permitValidity() {
        return settings.permitValidity();
    }

    Pace pace(AccountQuota quota) {
        return Pace.of(quota.maxSendRate(), settings.permitValidity());
    }

    Pace runPace(@Nullable Double runRate) {
        return runRate == null ? Pace.UNLIMITED : Pace.of(runRate, settings.permitValidity());
    }

    /** Permits that the lane leaves in the bucket. */
    double reserve(Lane lane, Pace pace) {
        return lane == Lane.CAMPAIGN ? pace.reserve(settings.transactionalReserve()) : 0;
    }

    /** Recipients of the lane in 24 hours; negative for no limit. */
    double quota(Lane lane, AccountQuota account) {
        double most = account.max24HourSend();
        return most < 0 || lane == Lane.TRANSACTIONAL ? most : Math.floor(most * (1 - settings.transactionalReserve()));
    }

    /** Of the identity that the sender belongs to; null for none. */
    @Nullable
    WarmUp warmUp(String from) {
        return warmUps.of(from).orElse(null);
    }

    /** The day since 1970 that {@link #mostToday} is of, as Redis told last; negative without a warm-up. */
    long today(@Nullable WarmUp warmUp) {
        return warmUp == null ? NO_DAY : today;
    }

    void told(long day) {
        today = day;
    }

    /** Recipients of the lane on that day; negative for no limit. */
    double mostToday(Lane lane, @Nullable WarmUp warmUp, AccountQuota account) {
        return lane == Lane.TRANSACTIONAL || warmUp == null
                ? NO_LIMIT
                : most(warmUp, LocalDate.ofEpochDay(today), account);
    }

    /** Recipients of campaigns on the day; negative for no limit. */
    double most(WarmUp warmUp, LocalDate day, AccountQuota account) {
        var most = warmUp.most(day, quota(Lane.CAMPAIGN, account));
        return most.isPresent() ? most.getAsLong() : NO_LIMIT;
    }

    String cause(WarmUp warmUp, AccountQuota account) {
        return warmUp.cause(LocalDate.ofEpochDay(today), quota(Lane.CAMPAIGN, account));
    }
}
