package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** G8: Redis is disposable. */
@Tag("mongodb")
class LostOutboxIntegrationTests {

    @TempDir
    private Path folder;

    @Test
    void afterFlushallInTheMiddleNobodyIsLostOrDoubled() {
        try (Site site = new Site(folder, options -> options.withMaxSendRate(400)).recipients(2_000)) {
            Program program = site.run();
            for (int sent : new int[] {100, 500, 900}) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> site.simulator().stats().accepted() >= sent || !program.alive());
                flush(site);
            }

            JsonNode report = program.expectExit(0).json();

            assertThat(report.get("sent").asInt()).isEqualTo(2_000);
            assertThat(site.accepted())
                    .hasSize(2_000)
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo(1L));
            assertThat(site.simulator().stats().maxRecipientsInOneSecond()).isLessThanOrEqualTo(400);
            assertThat(site.simulator().stats().throttled()).isZero();
        }
    }

    static void flush(Site site) {
        try (RedisClient redis = RedisClient.create(site.property("spring.data.redis.url"));
                var connection = redis.connect()) {
            connection.sync().flushall();
        }
    }
}
