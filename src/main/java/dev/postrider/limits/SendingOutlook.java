package dev.postrider.limits;

import dev.postrider.warmup.WarmUp;
import dev.postrider.warmup.WarmUps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What campaigns may send in the days to come, and what counts against that already; for people to plan by. */
@Service
public class SendingOutlook {

    private static final Duration DAY = Duration.ofDays(1);

    private final SendingAccount account;
    private final Allotment allotment;
    private final SentLast24Hours sent;
    private final WarmUps warmUps;

    SendingOutlook(SendingAccount account, Allotment allotment, SentLast24Hours sent, WarmUps warmUps) {
        this.account = account;
        this.allotment = allotment;
        this.sent = sent;
        this.warmUps = warmUps;
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

    /** The identity with a warm-up that a sender belongs to; null for none. */
    public @Nullable String warmingIdentity(String from) {
        return warmUps.of(from).map(WarmUp::identity).orElse(null);
    }

    /** Recipients of campaigns from the identity on that day of UTC while its warm-up lasts; null for no limit. */
    public @Nullable Long warmUp(String identity, LocalDate day) {
        return warmUps.ofIdentity(identity)
                .map(warmUp -> limit(allotment.most(warmUp, day, account.quota())))
                .orElse(null);
    }

    /** Recipients that the identities with a warm-up have sent to on that day of UTC. */
    public Map<String, Long> sentByIdentity(LocalDate day) {
        return sent.now().days().entrySet().stream()
                .filter(entry -> entry.getKey().day() == day.toEpochDay())
                .collect(Collectors.toMap(entry -> entry.getKey().identity(), Map.Entry::getValue));
    }

    /** Recipients of the last 24 hours by time. What SES counted beyond our own is taken to have been sent just now. */
    public SortedMap<Instant, Long> sent(Instant now) {
        SortedMap<Instant, Long> times = new TreeMap<>();
        sent.now().minutes().forEach((minute, count) -> times.put(Instant.ofEpochSecond(minute * 60), count));
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
