package dev.postrider.ses;

import dev.postrider.limits.AccountQuota;
import dev.postrider.limits.SendingAccount;
import dev.postrider.recipient.Scrubbed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.model.GetAccountResponse;
import software.amazon.awssdk.services.sesv2.model.SendQuota;

/**
 * The account's limits as SES tells them, at most {@code postrider.ses.account-refresh} old. While SES does not answer,
 * the last ones known hold. Thread-safe: one thread asks, the others go on with what is known.
 */
@Component
class SesAccount implements SendingAccount {

    private static final Logger log = LoggerFactory.getLogger(SesAccount.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final SesClients clients;
    private final SesSettings settings;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable AccountQuota known;
    private volatile @Nullable SesUnavailable failure;
    private volatile Instant askNext = Instant.MIN;

    SesAccount(SesClients clients, SesSettings settings, Clock clock) {
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws SesUnavailable if SES does not answer and never did */
    @Override
    public AccountQuota quota() {
        AccountQuota quota = known;
        if (quota != null && (isCurrent() || !asking.tryLock())) {
            return quota;
        }
        if (quota == null) {
            asking.lock();
        }
        try {
            if (!isCurrent()) {
                refresh();
            }
            return last();
        } finally {
            asking.unlock();
        }
    }

    /** Asks SES now. */
    GetAccountResponse look() {
        try {
            GetAccountResponse account = clients.api().getAccount(request -> {});
            remember(account);
            return account;
        } catch (SdkException e) {
            throw new SesUnavailable("SES does not tell the account's limits: " + Scrubbed.cause(e), e);
        }
    }

    private void refresh() {
        try {
            look();
        } catch (SesUnavailable e) {
            failure = e;
            askNext = clock.instant().plus(ASK_AGAIN);
            if (known != null) {
                log.warn("{}; going on with the last ones known", e.getMessage());
            }
        }
    }

    private void remember(GetAccountResponse account) {
        SendQuota quota = account.sendQuota();
        if (quota == null || quota.maxSendRate() == null || quota.max24HourSend() == null) {
            throw new SesUnavailable("SES answers without the account's limits", null);
        }
        known = new AccountQuota(
                quota.maxSendRate(),
                quota.max24HourSend(),
                quota.sentLast24Hours() == null ? 0 : quota.sentLast24Hours());
        askNext = clock.instant().plus(settings.accountRefresh());
    }

    private AccountQuota last() {
        AccountQuota quota = known;
        SesUnavailable cause = failure;
        if (quota == null && cause != null) {
            throw cause;
        }
        return Objects.requireNonNull(quota);
    }

    private boolean isCurrent() {
        return clock.instant().isBefore(askNext);
    }
}
