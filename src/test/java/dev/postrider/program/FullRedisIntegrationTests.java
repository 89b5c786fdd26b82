package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.LongProof;
import dev.postrider.outbox.OwnRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis with {@code noeviction} refuses what it has no room for. */
@LongProof
class FullRedisIntegrationTests {

    private static final int PLANNED = 1_000;
    private static final String FULL = "Redis (outbox) is full: OOM command not allowed when used memory > 'maxmemory'";

    @TempDir
    private Path folder;

    @Test
    void rendersOnWhenThereIsRoomAgainAndFailsClearlyWhenThereIsNoneForLong() {
        try (OwnRedis redis = new OwnRedis(folder.resolve("redis"));
                Site site = new Site(folder, options -> options.withMaxSendRate(400)).recipients(PLANNED)) {
            site.with(Map.of("spring.data.redis.url", redis.url(), "postrider.outbox.patience", "3s"));
            Program program = site.run();
            awaitAccepted(site, program, 200);
            redis.fill();
            await().until(() -> program.errors().contains(FULL + "; rendering waits for it") || !program.alive());
            redis.makeRoom();
            awaitAccepted(site, program, 600);
            redis.fill();

            assertThat(program.expectExit(1).errors()).contains("postrider: run " + Site.RUN + " failed: " + FULL);
            redis.makeRoom();
            assertThat(site.run().expectExit(0).json().get("sent").asInt()).isEqualTo(PLANNED);
            assertThat(site.accepted()).hasSize(PLANNED);
            assertThat(site.accepted().values()).containsOnly(1L);
        }
    }

    private static void awaitAccepted(Site site, Program program, long count) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> site.simulator().stats().accepted() >= count || !program.alive());
    }
}
