package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

@Tag("mongodb")
class WarmUpIntegrationTests {

    private static final RunId RUN = new RunId("warm@20260105T090000Z");

    /** Yesterday, so that a midnight in the middle of the test changes nothing. */
    private final LocalDate start = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    private final TestLimits.Account account =
            TestLimits.Account.of(AccountQuota.UNLIMITED, 1_000).warmingUp(start, 100L, 100L, 100L, 100L);

    private static Grant take(TestLimits process, Lane lane, int count) {
        return process.limits.take(lane, RUN, count, null);
    }

    private static int granted(TestLimits process, int count) {
        return take(process, Lane.CAMPAIGN, count) instanceof Grant.Granted granted
                ? granted.permits().count()
                : 0;
    }

    @Test
    void campaignsOfAllProcessesShareTheDayAndGoOnTheNextOne() {
        try (TestLimits one = account.process();
                TestLimits other = account.process()) {
            Grant.Granted first = (Grant.Granted) take(one, Lane.CAMPAIGN, 60);
            assertThat(granted(other, 60)).isEqualTo(40);

            Grant.WarmUpReached reached = (Grant.WarmUpReached) take(one, Lane.CAMPAIGN, 1);
            assertThat(reached.cause()).contains("of the warm-up allows 100 recipients");
            assertThat(reached.resumesAt()).isAfter(Instant.now());
            assertThat(reached.resumesAt().getEpochSecond() % 86_400).isZero();

            one.limits.giveBack(first.permits(), 10);
            assertThat(granted(other, 60)).isEqualTo(10);
        }
    }

    @Test
    void transactionalMailIsNotHeldUp() {
        try (TestLimits process = account.process()) {
            assertThat(granted(process, 100)).isEqualTo(100);

            Grant.Granted more = (Grant.Granted) take(process, Lane.TRANSACTIONAL, 50);
            assertThat(more.permits().count()).isEqualTo(50);
        }
    }

    @Test
    void theDayIsCountedAnewAfterALossOfRedis() {
        try (TestLimits process = account.process()) {
            granted(process, 60);
            process.sent.save();
            new StringRedisTemplate(process.connections).delete(List.of(account.key("quota"), account.key("rate")));

            assertThat(granted(process, 100)).isEqualTo(40);
        }
    }

    @Test
    void aWarmUpThatIsOverLimitsNothing() {
        try (TestLimits process = account.warmingUp(start.minusDays(5), 100L).process()) {
            assertThat(granted(process, 1_000)).isEqualTo(1_000);
            assertThat(take(process, Lane.CAMPAIGN, 1)).isInstanceOf(Grant.QuotaReached.class);
        }
    }

    @Test
    void nothingGoesOutBeforeItBegins() {
        try (TestLimits process = account.warmingUp(start.plusDays(5), 100L).process()) {
            assertThat(((Grant.WarmUpReached) take(process, Lane.CAMPAIGN, 1)).cause())
                    .startsWith("the warm-up begins on ");
        }
    }
}
