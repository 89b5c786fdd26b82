package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import dev.postrider.outbox.RedisCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLimitsIntegrationTests {

    private static final RunId RUN = new RunId("cluster@20260105T090000Z");

    @Test
    void processesShareRateAndQuotaOfAnAccountInACluster(@TempDir Path directory) {
        TestLimits.Account account = TestLimits.Account.of(AccountQuota.UNLIMITED, 100);
        try (RedisCluster cluster = new RedisCluster(directory);
                TestLimits one = account.process(cluster.connect());
                TestLimits other = account.process(cluster.connect())) {
            Permits permits = ((Grant.Granted) take(one, 60)).permits();
            assertThat(((Grant.Granted) take(other, 60)).permits().count()).isEqualTo(40);
            assertThat(take(one, 1)).isInstanceOf(Grant.QuotaReached.class);

            one.limits.giveBack(permits, 5);
            assertThat(other.limits.allowance(null)).isEqualTo(new Allowance(null, 5L));
            one.sent.save();
            assertThat(one.snapshots.load().minutes().values()).containsExactly(95L);

            one.limits.throttled(permits, 0);
            take(other, 1);
            account.quota().set(new AccountQuota(1_000, -1, 0));
            assertThat(other.limits.largestBatch(null)).as("0.7 of what it was").isEqualTo((int)
                    (one.limits.largestBatch(null) * 0.7));
        }
    }

    private static Grant take(TestLimits process, int count) {
        return process.limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, count, null));
    }
}
