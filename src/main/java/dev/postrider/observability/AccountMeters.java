package dev.postrider.observability;

import dev.postrider.limits.AccountQuota;
import dev.postrider.limits.SendingAccount;
import dev.postrider.limits.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What SES allows the account. The account asks SES rarely, however often it is asked itself. */
final class AccountMeters implements Callable<Map<String, Object>> {

    private final SendingAccount account;
    private volatile @Nullable AccountQuota quota;
    private volatile @Nullable Standing standing;

    AccountMeters(MeterRegistry registry, SendingAccount account) {
        this.account = account;
        gauge(
                registry,
                "postrider.ses.rate.max",
                "Recipients in any one second; -1: no limit",
                AccountQuota::maxSendRate);
        gauge(
                registry,
                "postrider.ses.quota.max",
                "Recipients in any 24 hours; -1: no limit",
                AccountQuota::max24HourSend);
        gauge(registry, "postrider.ses.quota.used", "Of the last 24 hours", AccountQuota::sentLast24Hours);
        Arrays.stream(Standing.values()).forEach(one -> gauge(registry, one));
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<AccountQuota> figure) {
        Gauge.builder(name, this, meters -> meters.figure(figure))
                .description(description)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, Standing standing) {
        Gauge.builder("postrider.ses.standing", this, meters -> meters.standing == standing ? 1 : 0)
                .description("1 for what SES lets the account do")
                .tag("standing", standing.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry);
    }

    private double figure(ToDoubleFunction<AccountQuota> figure) {
        AccountQuota known = quota;
        return known == null ? Double.NaN : figure.applyAsDouble(known);
    }

    /** For health; throws when SES does not answer and never did. */
    @Override
    public Map<String, Object> call() {
        AccountQuota now = account.quota();
        Standing current = account.standing();
        quota = now;
        standing = current;
        return Map.of(
                "maxSendRate", now.maxSendRate(), "max24HourSend", now.max24HourSend(), "standing", current.text());
    }
}
