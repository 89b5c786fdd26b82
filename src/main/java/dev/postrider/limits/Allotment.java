package dev.postrider.limits;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a lane may take of the account's rate, of its quota, and of the warm-up's days. Thread-safe. */
@Component
class Allotment {

    private static final long NO_WARM_UP = -1;
    private static final double NO_LIMIT = -1;

    private final LimitsSettings settings;
    private final WarmUp warmUp;
    private volatile long today;

    Allotment(LimitsSettings settings, WarmUp warmUp) {
        this.settings = settings;
        this.warmUp = warmUp;
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

    /** The day since 1970 that {@link #mostToday} is of, as Redis told last; negative without a warm-up. */
    long today() {
        return warmUp.planned() ? today : NO_WARM_UP;
    }

    void told(long day) {
        today = day;
    }

    /** Recipients of the lane on that day; negative for no limit. */
    double mostToday(Lane lane, AccountQuota account) {
        return lane == Lane.TRANSACTIONAL || !warmUp.planned() ? NO_LIMIT : most(LocalDate.ofEpochDay(today), account);
    }

    /** Recipients of campaigns on the day; negative for no limit. */
    double most(LocalDate day, AccountQuota account) {
        var most = warmUp.most(day, quota(Lane.CAMPAIGN, account));
        return most.isPresent() ? most.getAsLong() : NO_LIMIT;
    }

    String warmUpCause(AccountQuota account) {
        return warmUp.cause(LocalDate.ofEpochDay(today), quota(Lane.CAMPAIGN, account));
    }
}
