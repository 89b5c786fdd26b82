package dev.postrider.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What campaigns may send in the days to come, and what counts against that already; for people to plan by. */
@Service
public class SendingOutlook {

    private static final Duration DAY = Duration.ofDays(1);

    private final SendingAccount account;
    private final Allotment allotment;
    private final SentLast24Hours sent;

    SendingOutlook(SendingAccount account, Allotment allotment, SentLast24Hours sent) {
        this.account = account;
        this.allotment = allotment;
        this.sent = sent;
    }

    /** Recipients of campaigns in 24 hours, without the transactional reserve; null for no limit. */
    public @Nullable Long quota() {
        return limit(allotment.quota(Lane.CAMPAIGN, account.quota()));
    }

    /** The account's quota that leaves so many recipients in 24 hours to campaigns. */
    public long accountQuotaFor(long recipients) {
        double share = allotment.quota(Lane.CAMPAIGN, new AccountQuota(-1, 1_000_000, 0)) / 1_000_000;
        return (long) Math.ceil(recipients / share);
    }

    /** Recipients a second that are sustained; null for no limit. */
    public @Nullable Double perSecond() {
        Pace pace = allotment.pace(account.quota());
        return pace.isUnlimited() ? null : pace.sustained();
    }

    /** Recipients of campaigns on that day of UTC while the warm-up lasts; null for no limit. */
    public @Nullable Long warmUp(LocalDate day) {
        return limit(allotment.most(day, account.quota()));
    }

    /** Recipients of the last 24 hours by time. What SES counted beyond our own is taken to have been sent just now. */
    public SortedMap<Instant, Long> sent(Instant now) {
        SortedMap<Instant, Long> times = new TreeMap<>();
        sent.byMinute().forEach((minute, count) -> times.put(Instant.ofEpochSecond(minute * 60), count));
        times.headMap(now.minus(DAY)).clear();
        long own = times.values().stream().mapToLong(Long::longValue).sum();
        long others = Math.round(account.quota().sentLast24Hours()) - own;
        if (others > 0) {
            times.merge(now, others, Long::sum);
        }
        return times;
    }

    private static @Nullable Long limit(double most) {
        return most < 0 ? null : (long) most;
    }
}
