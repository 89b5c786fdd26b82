package dev.postrider.ses;

import dev.postrider.limits.AccountQuota;
import dev.postrider.limits.SendingAccount;
import dev.postrider.limits.Standing;
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
    private volatile @Nullable Known known;
    private volatile @Nullable SesUnavailable failure;
    private volatile Instant askNext = Instant.MIN;

    private record Known(AccountQuota quota, Standing standing) {}

    SesAccount(SesClients clients, SesSettings settings, Clock clock) {
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws SesUnavailable if SES does not answer and never did */
    @Override
    public AccountQuota quota() {
        return current().quota();
    }

    /** @throws SesUnavailable if SES does not answer and never did */
    @Override
    public Standing standing() {
        return current().standing();
    }

    @Override
    public void lookAgain() {
        Known last = known;
        if (last != null && last.standing().sends()) {
            askNext = Instant.MIN;
            current();
        }
    }

    private Known current() {
        Known last = known;
        if (last != null && (isCurrent() || !asking.tryLock())) {
            return last;
        }
        if (last == null) {
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
            clients.resolveCredentials();
            GetAccountResponse account = clients.api().getAccount(request -> {});
            remember(account);
            return account;
        } catch (SdkException e) {
            throw SesUnavailable.because("SES does not tell the account's limits", e);
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

    private synchronized void remember(GetAccountResponse account) {
        SendQuota quota = account.sendQuota();
        if (quota == null || quota.maxSendRate() == null || quota.max24HourSend() == null) {
            throw new SesUnavailable("SES answers without the account's limits", null);
        }
        Known before = known;
        known = new Known(
                new AccountQuota(
                        quota.maxSendRate(),
                        quota.max24HourSend(),
                        quota.sentLast24Hours() == null ? 0 : quota.sentLast24Hours()),
                standing(account));
        askNext = clock.instant().plus(settings.accountRefresh());
        tell(before == null ? Standing.HEALTHY : before.standing(), standing(account));
    }

    static Standing standing(GetAccountResponse account) {
        if ("SHUTDOWN".equals(account.enforcementStatus())) {
            return Standing.SHUTDOWN;
        }
        if (Boolean.FALSE.equals(account.sendingEnabled())) {
            return Standing.SENDING_DISABLED;
        }
        return "PROBATION".equals(account.enforcementStatus()) ? Standing.PROBATION : Standing.HEALTHY;
    }

    /** The alarm: one line for each change. */
    private static void tell(Standing before, Standing now) {
        if (now == Standing.HEALTHY && before != now) {
            log.warn("SES lets this account send again");
        } else if (before != now) {
            log.error("{}", now.text());
        }
    }

    private Known last() {
        Known last = known;
        SesUnavailable cause = failure;
        if (last == null && cause != null) {
            throw cause;
        }
        return Objects.requireNonNull(last);
    }

    private boolean isCurrent() {
        return clock.instant().isBefore(askNext);
    }
}
