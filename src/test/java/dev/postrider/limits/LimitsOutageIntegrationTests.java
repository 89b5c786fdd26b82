package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import dev.postrider.outbox.OwnRedis;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsOutageIntegrationTests {

    private static final RunId RUN = new RunId("outage@20260105T090000Z");

    @Test
    void grantsNothingWithoutRedisAndStartsWithAnEmptyBucketWhenItIsBack(@TempDir Path directory) {
        TestLimits.Account account = TestLimits.Account.of(1, 2);
        try (OwnRedis server = new OwnRedis(directory);
                TestLimits process = account.process(server.connect())) {
            SendLimits limits = process.limits;
            Permits held = await().until(() -> permits(limits), permits -> permits != null);

            server.stop();
            limits.giveBack(held, 1);
            limits.throttled(held, 0);
            assertThatThrownBy(() -> take(limits))
                    .isInstanceOf(LimitsUnavailable.class)
                    .message()
                    .startsWith("Redis (limits) is unavailable: ")
                    .doesNotContain("\n");
            server.start();

            Grant first = await().ignoreExceptions().until(() -> take(limits), grant -> true);
            assertThat(first).isInstanceOf(Grant.Wait.class);
            assertThat(((Grant.Wait) first).delay().toMillis())
                    .as("a whole period")
                    .isBetween(1_000L, 1_200L);
            await().until(() -> take(limits) instanceof Grant.Granted);
            assertThat(take(limits)).as("the count survived").isInstanceOf(Grant.QuotaReached.class);
        }
    }

    @Test
    void grantsPermitsAlsoWhileRedisIsFull(@TempDir Path directory) {
        TestLimits.Account account = TestLimits.Account.of(AccountQuota.UNLIMITED, 100);
        try (OwnRedis server = new OwnRedis(directory);
                TestLimits process = account.process(server.connect())) {
            server.fill();

            Permits permits = await().until(() -> permits(process.limits), granted -> granted != null);
            process.limits.giveBack(permits, 1);
            process.limits.throttled(permits, 0);

            assertThat(process.limits.allowance(null).left()).isEqualTo(100);
        }
    }

    private static @Nullable Permits permits(SendLimits limits) {
        return take(limits) instanceof Grant.Granted granted ? granted.permits() : null;
    }

    private static Grant take(SendLimits limits) {
        return limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, 1, null));
    }
}
