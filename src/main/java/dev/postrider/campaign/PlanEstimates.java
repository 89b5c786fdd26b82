package dev.postrider.campaign;

import dev.postrider.limits.AccountQuota;
import dev.postrider.limits.AccountUnavailable;
import dev.postrider.limits.LimitsUnavailable;
import dev.postrider.limits.SendingAccount;
import dev.postrider.limits.SendingOutlook;
import dev.postrider.run.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Estimates planned runs against the account's present limits, as far as they are known. */
@Service
public class PlanEstimates {

    private final SendingAccount account;
    private final SendingOutlook outlook;
    private final RunSettings settings;
    private final Clock clock;

    PlanEstimates(SendingAccount account, SendingOutlook outlook, RunSettings settings, Clock clock) {
        this.account = account;
        this.outlook = outlook;
        this.settings = settings;
        this.clock = clock;
    }

    public PlanEstimate of(Run run) {
        long skips =
                run.expectedSkips().values().stream().mapToLong(Long::longValue).sum();
        long messages = run.planned() - skips;
        double dollars = messages * settings.pricePerThousand() / 1_000;
        try {
            AccountQuota quota = account.quota();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            PinnedCampaign campaign = PinnedCampaign.of(run);
            String identity = outlook.warmingIdentity(campaign.definition().from());
            return new PlanEstimate(
                    messages,
                    left(quota.sentLast24Hours()),
                    identity,
                    identity == null ? null : warmUpLeft(identity, today),
                    duration(messages, rate(quota, campaign)),
                    dollars,
                    null);
        } catch (AccountUnavailable | LimitsUnavailable e) {
            return new PlanEstimate(messages, null, null, null, null, dollars, e.getMessage());
        }
    }

    private @Nullable Long left(double sent) {
        Long quota = outlook.quota();
        return quota == null ? null : Long.valueOf(Math.max(0, quota - Math.round(sent)));
    }

    private @Nullable Long warmUpLeft(String identity, LocalDate today) {
        Long most = outlook.warmUp(identity, today);
        long sent = outlook.sentByIdentity(today).getOrDefault(identity, 0L);
        return most == null ? null : Long.valueOf(Math.max(0, most - sent));
    }

    private static @Nullable Duration duration(long messages, double rate) {
        return rate == Double.MAX_VALUE ? null : Duration.ofSeconds((long) Math.ceil(messages / rate));
    }

    private static double rate(AccountQuota quota, PinnedCampaign campaign) {
        double account = quota.maxSendRate() < 0 ? Double.MAX_VALUE : quota.maxSendRate();
        Double own = campaign.rate();
        return own == null ? account : Math.min(account, own);
    }
}
