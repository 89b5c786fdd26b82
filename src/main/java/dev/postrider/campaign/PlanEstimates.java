package dev.postrider.campaign;

import dev.postrider.limits.AccountQuota;
import dev.postrider.limits.SendingAccount;
import dev.postrider.run.Run;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Estimates planned runs against the account's present limits. */
@Service
public class PlanEstimates {

    private final SendingAccount account;
    private final RunSettings settings;

    PlanEstimates(SendingAccount account, RunSettings settings) {
        this.account = account;
        this.settings = settings;
    }

    public PlanEstimate of(Run run) {
        long skips =
                run.expectedSkips().values().stream().mapToLong(Long::longValue).sum();
        long messages = run.planned() - skips;
        AccountQuota quota = account.quota();
        double rate = rate(quota, PinnedCampaign.of(run));
        return new PlanEstimate(
                messages,
                quota.max24HourSend() < 0
                        ? null
                        : Math.max(0, Math.round(quota.max24HourSend() - quota.sentLast24Hours())),
                rate == Double.MAX_VALUE ? null : Duration.ofSeconds((long) Math.ceil(messages / rate)),
                messages * settings.pricePerThousand() / 1_000);
    }

    private static double rate(AccountQuota quota, PinnedCampaign campaign) {
        double account = quota.maxSendRate() < 0 ? Double.MAX_VALUE : quota.maxSendRate();
        Double own = campaign.rate();
        return own == null ? account : Math.min(account, own);
    }
}
