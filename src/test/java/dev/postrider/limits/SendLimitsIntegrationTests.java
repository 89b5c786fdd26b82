package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.redis.core.StringRedisTemplate;

class SendLimitsIntegrationTests {

    private static final RunId RUN = new RunId("limits@20260105T090000Z");

    private final TestLimits.Account account = TestLimits.Account.of(1_000, AccountQuota.UNLIMITED, 0.2);
    private final TestLimits process = account.process();
    private final SendLimits limits = process.limits;
    private final StringRedisTemplate redis = new StringRedisTemplate(process.connections);

    @AfterEach
    void close() {
        process.close();
    }

    private Permits awaitPermits(Lane lane, int count) {
        return await().until(
                        () -> limits.take(new PermitRequest(lane, RUN, TestLimits.FROM, count, null))
                                        instanceof Grant.Granted granted
                                ? granted.permits()
                                : null,
                        permits -> permits != null);
    }

    private void setRate(String field, Object value) {
        redis.opsForHash().put(account.key("rate"), field, value.toString());
    }

    @Test
    void startsWithAnEmptyBucketSinceNobodyKnowsWhatWasSentJustBefore() {
        assertThat(limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, 1, null)))
                .isInstanceOf(Grant.Wait.class);
    }

    @Test
    void transactionalMailFindsPermitsWhereCampaignsMustWait() {
        awaitPermits(Lane.TRANSACTIONAL, 1);
        setRate("tokens", 10_000_000);
        setRate("at", micros());

        assertThat(limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, 5, null)))
                .isInstanceOf(Grant.Wait.class);
        assertThat(limits.take(new PermitRequest(Lane.TRANSACTIONAL, RUN, TestLimits.FROM, 5, null)))
                .isInstanceOf(Grant.Granted.class);
    }

    private static long micros() {
        return Instant.now().toEpochMilli() * 1_000;
    }

    @Test
    void grantsNoMoreAtOnceThanTheLargestBatch() {
        assertThat(limits.largestBatch(null)).isEqualTo(40);
        assertThat(limits.largestBatch(20.0)).isEqualTo(1);
        assertThat(awaitPermits(Lane.CAMPAIGN, 500).count()).isEqualTo(40);
    }

    @Test
    void permitsExpire() {
        Permits permits = awaitPermits(Lane.CAMPAIGN, 1);

        assertThat(permits.left()).isLessThanOrEqualTo(TestLimits.VALIDITY);
        await().until(permits::expired);
        assertThat(permits.left()).isZero();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        Permits permits = awaitPermits(Lane.TRANSACTIONAL, 40);
        setRate("tokens", 0);
        setRate("at", micros() + 60_000_000);
        assertThat(limits.take(new PermitRequest(Lane.TRANSACTIONAL, RUN, TestLimits.FROM, 40, null)))
                .isInstanceOf(Grant.Wait.class);

        limits.giveBack(permits, 40);

        assertThat(limits.take(new PermitRequest(Lane.TRANSACTIONAL, RUN, TestLimits.FROM, 40, null)))
                .isInstanceOf(Grant.Granted.class);
        assertThatThrownBy(() -> limits.giveBack(permits, 41)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goesSlowerWhenThrottledAndFasterByAndBy() {
        Permits permits = awaitPermits(Lane.CAMPAIGN, 1);
        limits.throttled(permits, 0);
        limits.throttled(permits, 0);
        awaitPermits(Lane.CAMPAIGN, 1);
        assertThat(limits.largestBatch(null))
                .as("0.7 of 40: many report one excess")
                .isEqualTo(28);

        setRate("factorAt", micros() - 10_000_000);
        awaitPermits(Lane.CAMPAIGN, 1);
        assertThat(limits.largestBatch(null)).isEqualTo(36);

        setRate("factorAt", micros() - 60_000_000);
        awaitPermits(Lane.CAMPAIGN, 1);
        assertThat(limits.largestBatch(null)).isEqualTo(40);
    }

    @Test
    void followsTheAccountsRateWhileRunning() {
        account.quota().set(new AccountQuota(1, -1, 0));
        assertThat(limits.largestBatch(null)).isEqualTo(1);
        assertThat(awaitPermits(Lane.CAMPAIGN, 50).count()).isEqualTo(1);

        account.quota().set(new AccountQuota(-1, -1, 0));
        assertThat(awaitPermits(Lane.CAMPAIGN, 50).count()).isEqualTo(50);
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void nothingIsGrantedWhileTheProviderLetsTheAccountSendNothing(Lane lane) {
        account.quota().set(Standing.SENDING_DISABLED);
        assertThat(limits.take(new PermitRequest(lane, RUN, TestLimits.FROM, 1, null)))
                .isEqualTo(new Grant.Barred(Standing.SENDING_DISABLED.text()));

        account.quota().set(Standing.HEALTHY);
        assertThat(awaitPermits(lane, 1).count()).isEqualTo(1);
    }

    @Test
    void aClockThatWentBackInRedisDoesNotStopIt() {
        awaitPermits(Lane.CAMPAIGN, 1);
        setRate("at", micros() + 3_600_000_000L);

        assertThat(awaitPermits(Lane.CAMPAIGN, 1).count()).isEqualTo(1);
    }
}
