package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.StringRedisTemplate;

@Tag("mongodb")
class WarmUpIntegrationTests {

    private static final RunId RUN = new RunId("warm@20260105T090000Z");
    private static final String NEWS = "News <letters@news.example.com>";
    private static final String VIP = "vip@news.example.com";
    private static final String BELOW = "offers@de.news.example.com";
    private static final String SHOP = "Shop <shop@shop.example.com>";

    /** Yesterday, so that a midnight in the middle of the test changes nothing. */
    private final LocalDate start = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    private final TestLimits.Account account = TestLimits.Account.of(AccountQuota.UNLIMITED, 1_000)
            .warmingUp("news.example.com", start, 100L, 100L, 100L, 100L)
            .warmingUp(VIP, start, 30L, 30L, 30L, 30L)
            .warmingUp("shop.example.com", start, 200L, 200L, 200L, 200L);

    private static Grant take(TestLimits process, Lane lane, String from, int count) {
        return process.limits.take(new PermitRequest(lane, RUN, from, count, null));
    }

    private static Permits permits(TestLimits process, String from, int count) {
        return ((Grant.Granted) take(process, Lane.CAMPAIGN, from, count)).permits();
    }

    private static int granted(TestLimits process, String from, int count) {
        return take(process, Lane.CAMPAIGN, from, count) instanceof Grant.Granted granted
                ? granted.permits().count()
                : 0;
    }

    private void loseRedis(TestLimits process) {
        new StringRedisTemplate(process.connections).delete(List.of(account.key("quota"), account.key("rate")));
    }

    @Test
    void campaignsOfAllProcessesShareTheDayAndGoOnTheNextOne() {
        try (TestLimits one = account.process();
                TestLimits other = account.process()) {
            Permits first = permits(one, NEWS, 60);
            assertThat(granted(other, NEWS, 60)).isEqualTo(40);

            Grant.WarmUpReached reached = (Grant.WarmUpReached) take(one, Lane.CAMPAIGN, NEWS, 1);
            assertThat(reached.cause()).contains("of the warm-up of news.example.com allows 100 recipients");
            assertThat(reached.resumesAt()).isAfter(Instant.now());
            assertThat(reached.resumesAt().getEpochSecond() % 86_400).isZero();

            one.limits.giveBack(first, 10);
            assertThat(granted(other, NEWS, 60)).isEqualTo(10);
            one.limits.throttled(first, 5);
            assertThat(granted(other, NEWS, 60)).isEqualTo(5);
        }
    }

    @Test
    void anIdentityThatUsedItsDayUpHoldsUpNoOther() {
        try (TestLimits process = account.process()) {
            assertThat(granted(process, NEWS, 100)).isEqualTo(100);
            assertThat(take(process, Lane.CAMPAIGN, NEWS, 1)).isInstanceOf(Grant.WarmUpReached.class);

            assertThat(granted(process, SHOP, 300)).isEqualTo(200);
            assertThat(take(process, Lane.CAMPAIGN, SHOP, 1)).isInstanceOf(Grant.WarmUpReached.class);
            assertThat(granted(process, TestLimits.FROM, 300))
                    .as("no plan, no limit")
                    .isEqualTo(300);
        }
    }

    @Test
    void aDomainCountsTheDomainsBelowItAndNotWhatHasAPlanOfItsOwn() {
        try (TestLimits process = account.process()) {
            assertThat(granted(process, BELOW, 70)).isEqualTo(70);
            assertThat(granted(process, VIP, 70)).isEqualTo(30);
            assertThat(granted(process, NEWS, 70)).isEqualTo(30);

            Grant.WarmUpReached reached = (Grant.WarmUpReached) take(process, Lane.CAMPAIGN, VIP, 1);
            assertThat(reached.cause()).contains("of the warm-up of vip@news.example.com allows 30 recipients");
        }
    }

    @Test
    void takersAtOnceNeverHaveMoreThanTheDay() throws Exception {
        try (TestLimits one = account.process();
                TestLimits other = account.process()) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Integer>> taken = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                TestLimits process = i % 2 == 0 ? one : other;
                taken.add(threads.submit(() -> {
                    go.await();
                    int sum = 0;
                    for (int count = granted(process, NEWS, 3); count > 0; count = granted(process, NEWS, 3)) {
                        sum += count;
                    }
                    return sum;
                }));
            }
            go.countDown();
            int sum = 0;
            for (Future<Integer> each : taken) {
                sum += each.get();
            }
            threads.shutdown();
            assertThat(sum).isEqualTo(100);
        }
    }

    @Test
    void transactionalMailIsCountedAndNotHeldUp() {
        try (TestLimits process = account.process()) {
            assertThat(take(process, Lane.TRANSACTIONAL, NEWS, 40)).isInstanceOf(Grant.Granted.class);
            assertThat(granted(process, NEWS, 100)).isEqualTo(60);

            Grant.Granted more = (Grant.Granted) take(process, Lane.TRANSACTIONAL, NEWS, 50);
            assertThat(more.permits().count()).isEqualTo(50);
        }
    }

    @Test
    void theDaysOfAllIdentitiesSurviveALossOfRedis() {
        try (TestLimits process = account.process()) {
            granted(process, NEWS, 60);
            granted(process, SHOP, 150);
            process.sent.save();
            loseRedis(process);

            try (TestLimits fresh = account.process()) {
                assertThat(granted(fresh, NEWS, 100)).isEqualTo(40);
                assertThat(granted(fresh, SHOP, 100)).isEqualTo(50);
                assertThat(granted(fresh, VIP, 100)).isEqualTo(30);
            }
        }
    }

    @Test
    void theDayHoldsOverALossOfRedisBeforeTheFirstSnapshot() {
        try (TestLimits process = account.process()) {
            granted(process, NEWS, 60);
            loseRedis(process);

            assertThat(granted(process, NEWS, 100)).isEqualTo(40);
            assertThat(granted(process, SHOP, 300)).isEqualTo(200);
        }
    }

    @Test
    void theDaysHoldWhereRedisLostItsLastWritesOnly() {
        try (TestLimits process = account.process()) {
            assertThat(granted(process, NEWS, 60)).isEqualTo(60);
            process.limits.giveBack(permits(process, SHOP, 150), 50);
            StringRedisTemplate redis = new StringRedisTemplate(process.connections);
            for (String identity : List.of("news.example.com", "shop.example.com")) {
                redis.opsForHash().put(account.key("quota"), today(redis, identity), "10");
            }
            process.connections.resetConnection();

            assertThat(granted(process, TestLimits.FROM, 1))
                    .as("from no identity")
                    .isEqualTo(1);
            assertThat(granted(process, NEWS, 100)).isEqualTo(40);
            assertThat(granted(process, SHOP, 200)).isEqualTo(100);
        }
    }

    private String today(StringRedisTemplate redis, String identity) {
        return redis.<String, String>opsForHash().keys(account.key("quota")).stream()
                .filter(field -> field.startsWith("day:") && field.endsWith(":" + identity))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatSesDidNotTakeCostsNeitherTheDayNorTheQuota() {
        try (TestLimits process = account.process()) {
            for (int i = 0; i < 20; i++) {
                Permits permits = permits(process, NEWS, 100);
                assertThat(permits.count()).isEqualTo(100);
                process.limits.notTaken(permits, 100);
            }
            assertThat(process.limits.allowance(null).left()).isEqualTo(1_000);
        }
    }

    @Test
    void whatIsGivenBackAfterALossOfRedisMakesNoRoom() {
        try (TestLimits process = account.process()) {
            Permits permits = permits(process, NEWS, 60);
            loseRedis(process);
            process.limits.giveBack(permits, 60);

            assertThat(granted(process, NEWS, 100)).isEqualTo(40);
        }
    }

    @Test
    void daysThatAreOverAreSweptAndThoseOfTodayKept() {
        try (TestLimits process = account.process()) {
            StringRedisTemplate redis = new StringRedisTemplate(process.connections);
            granted(process, NEWS, 60);
            redis.opsForHash().put(account.key("quota"), "day:20000:news.example.com", "7");
            redis.opsForHash().delete(account.key("quota"), "swept");

            assertThat(granted(process, TestLimits.FROM, 1)).isEqualTo(1);
            assertThat(redis.opsForHash().hasKey(account.key("quota"), "day:20000:news.example.com"))
                    .isFalse();
            assertThat(granted(process, NEWS, 100)).isEqualTo(40);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mail <rewards@MAIL.example.com>", "rewards@mail.example.com"})
    void aWarmUpThatIsOverLimitsNothing(String from) {
        TestLimits.Account over = TestLimits.Account.of(AccountQuota.UNLIMITED, 1_000)
                .warmingUp("mail.example.com", start.minusDays(5), 100L);
        try (TestLimits process = over.process()) {
            assertThat(granted(process, from, 1_000)).isEqualTo(1_000);
            assertThat(take(process, Lane.CAMPAIGN, from, 1)).isInstanceOf(Grant.QuotaReached.class);
        }
    }

    @Test
    void nothingGoesOutBeforeItBegins() {
        TestLimits.Account later = TestLimits.Account.of(AccountQuota.UNLIMITED, 1_000)
                .warmingUp("mail.example.com", start.plusDays(5), 100L);
        try (TestLimits process = later.process()) {
            assertThat(((Grant.WarmUpReached) take(process, Lane.CAMPAIGN, TestLimits.FROM, 1)).cause())
                    .startsWith("the warm-up of mail.example.com begins on ");
        }
    }
}
