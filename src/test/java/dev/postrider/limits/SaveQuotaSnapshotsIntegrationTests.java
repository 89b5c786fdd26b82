package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mongodb")
class SaveQuotaSnapshotsIntegrationTests {

    private static final RunId RUN = new RunId("snapshots@20260105T090000Z");

    private final TestLimits process =
            TestLimits.Account.of(AccountQuota.UNLIMITED, 100).process();

    private SaveQuotaSnapshots every(Duration period) {
        return new SaveQuotaSnapshots(process.sent, TestLimits.settings("any", 0, period));
    }

    private void send(int count) {
        assertThat(process.limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, count, null)))
                .isInstanceOf(Grant.Granted.class);
    }

    private long saved() {
        return process.snapshots.load().minutes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void savesWhileTheProgramRunsAndWhenItEnds() {
        try (process) {
            SaveQuotaSnapshots often = every(Duration.ofMillis(20));
            often.start();
            send(7);
            await().until(() -> saved() == 7);
            often.stop();
            often.shutDown();

            SaveQuotaSnapshots seldom = every(Duration.ofHours(1));
            seldom.start();
            send(5);
            seldom.stop();
            seldom.shutDown();
            assertThat(saved()).isEqualTo(12);
        }
    }
}
