package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

@Tag("mongodb")
class QuotaIntegrationTests {

    private static final RunId RUN = new RunId("quota@20260105T090000Z");

    private final TestLimits.Account account = TestLimits.Account.of(AccountQuota.UNLIMITED, 100);
    private final TestLimits process = account.process();
    private final StringRedisTemplate redis = new StringRedisTemplate(process.connections);

    @AfterEach
    void close() {
        process.close();
    }

    private static int granted(TestLimits process, int count) {
        return process.limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, count, null))
                        instanceof Grant.Granted granted
                ? granted.permits().count()
                : 0;
    }

    private Instant resumesAt(int count) {
        Grant grant = process.limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, count, null));
        assertThat(grant).isInstanceOf(Grant.QuotaReached.class);
        return ((Grant.QuotaReached) grant).resumesAt();
    }

    private void sentMinutesAgo(long minutes, int count) {
        String minute = Long.toString(thisMinute() - minutes);
        redis.opsForHash().put(account.key("quota"), minute, Integer.toString(count));
        redis.opsForHash().delete(account.key("quota"), "swept");
    }

    private static long thisMinute() {
        return Instant.now().getEpochSecond() / 60;
    }

    private void loseRedis() {
        redis.delete(List.of(account.key("quota"), account.key("rate")));
    }

    @Test
    void twoProcessesShareItToTheLastRecipient() {
        try (TestLimits other = account.process()) {
            assertThat(granted(process, 40)).isEqualTo(40);
            assertThat(granted(other, 40)).isEqualTo(40);
            assertThat(granted(process, 40)).isEqualTo(20);
            assertThat(granted(other, 1)).isZero();
        }
    }

    @Test
    void countsWithoutLimitWhereTheAccountHasNone() {
        account.quota().set(new AccountQuota(-1, -1, 0));

        assertThat(granted(process, 1_000_000)).isEqualTo(1_000_000);
        assertThat(process.limits.allowance(null)).isEqualTo(new Allowance(null, null));
    }

    @Test
    void takesBackWhatWasNotUsed() {
        Grant.Granted all =
                (Grant.Granted) process.limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, 100, null));
        process.limits.giveBack(all.permits(), 30);

        assertThat(process.limits.allowance(null).left()).isEqualTo(30);
        assertThat(granted(process, 100)).isEqualTo(30);
    }

    @Test
    void whatWasThrottledDoesNotCount() {
        Grant.Granted all =
                (Grant.Granted) process.limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, 100, null));
        process.limits.throttled(all.permits(), 40);

        assertThat(process.limits.allowance(null).left()).isEqualTo(40);
    }

    @Test
    void theShareOfTheRateThatThrottlingLeavesIsSavedForPeople() {
        Grant.Granted some =
                (Grant.Granted) process.limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, 10, null));
        RateShare share = new RateShare(process.snapshots);
        assertThat(share.latest()).isEqualTo(1);
        process.limits.throttled(some.permits(), 5);

        process.sent.save();

        assertThat(share.latest()).isEqualTo(0.7);
    }

    @Test
    void aMinuteCountsUntilItsLastSendIsADayOld() {
        granted(process, 10);
        sentMinutesAgo(1_443, 7);
        sentMinutesAgo(1_440, 60);

        assertThat(granted(process, 100)).isEqualTo(30);
    }

    @Test
    void saysWhenTheWindowHasRoomAgain() {
        granted(process, 10);
        sentMinutesAgo(1_000, 30);
        sentMinutesAgo(600, 60);
        granted(process, 1);

        Instant nearlyADayAfter = Instant.now().minus(Duration.ofMinutes(1_000)).plus(Duration.ofDays(1));
        assertThat(resumesAt(30)).isBetween(nearlyADayAfter, nearlyADayAfter.plus(Duration.ofMinutes(3)));
        assertThat(resumesAt(31)).isAfter(nearlyADayAfter.plus(Duration.ofMinutes(399)));
    }

    @Test
    void holdsOverALossOfRedisByItsSnapshot() {
        granted(process, 60);
        process.sent.save();
        loseRedis();

        try (TestLimits fresh = account.process()) {
            assertThat(granted(fresh, 100)).isEqualTo(40);
        }
    }

    @Test
    void holdsOverALossOfRedisBeforeTheFirstSnapshot() {
        granted(process, 60);
        loseRedis();

        assertThat(granted(process, 100)).isEqualTo(40);
        assertThat(granted(process, 1)).isZero();
    }

    @Test
    void seedsFromTheProvidersFigureWhereThatIsLarger() {
        granted(process, 20);
        process.sent.save();
        loseRedis();
        account.quota().set(new AccountQuota(-1, 100, 90));

        try (TestLimits fresh = account.process()) {
            assertThat(granted(fresh, 100)).isEqualTo(10);
        }
    }

    @Test
    void countsWhatOthersSendThroughTheAccount() {
        granted(process, 20);
        account.quota().set(new AccountQuota(-1, 100, 70));

        assertThat(granted(process, 100)).isEqualTo(30);
        account.quota().set(new AccountQuota(-1, 200, 100));
        assertThat(granted(process, 200)).isEqualTo(100);
    }

    @Test
    void aSnapshotNeverReplacesALaterOne() {
        granted(process, 5);
        process.sent.save();
        process.snapshots.save(new QuotaSnapshot(Instant.EPOCH, java.util.Map.of(1L, 1L), java.util.Map.of(), 1));

        assertThat(process.snapshots.load().minutes().values()).containsExactly(5L);
    }

    @Test
    void campaignsLeaveTheReserveToTransactionalMail() {
        try (TestLimits reserving = TestLimits.Account.of(-1, 100, 0.2).process()) {
            assertThat(granted(reserving, 100)).isEqualTo(80);
            assertThat(granted(reserving, 1)).isZero();

            Grant.Granted rest = (Grant.Granted)
                    reserving.limits.take(new PermitRequest(Lane.TRANSACTIONAL, RUN, TestLimits.FROM, 50, null));
            assertThat(rest.permits().count()).isEqualTo(20);
        }
    }
}
