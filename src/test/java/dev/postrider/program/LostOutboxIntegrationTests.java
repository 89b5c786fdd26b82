package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** G8: Redis is disposable. */
@Tag("mongodb")
class LostOutboxIntegrationTests {

    private static final int RATE = 400;
    private static final int RECIPIENTS = 2_000;

    @TempDir
    private Path folder;

    @Test
    void afterFlushallUnderTwoProcessesNobodyIsLostOrDoubledAndTheRateHolds() {
        try (Site site = new Site(folder, options -> options.withMaxSendRate(RATE)).recipients(RECIPIENTS)) {
            Program helper = site.with(Map.of("postrider.node.period", "200ms")).start(List.of(), "worker");
            helper.awaitReady();
            Program program = site.run();
            for (int sent : new int[] {100, 500, 900}) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> site.simulator().stats().accepted() >= sent || !program.alive());
                flush(site);
            }

            JsonNode report = program.expectExit(0).json();

            assertThat(report.get("sent").asInt()).isEqualTo(RECIPIENTS);
            assertThat(site.accepted())
                    .hasSize(RECIPIENTS)
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo(1L));
            Deliveries.checkRate(site, RATE);
            assertThat(Deliveries.sentBy(helper, site)).isBetween(1L, RECIPIENTS - 1L);
        }
    }

    static void flush(Site site) {
        try (RedisClient redis = RedisClient.create(site.property("spring.data.redis.url"));
                var connection = redis.connect()) {
            connection.sync().flushall();
        }
    }
}
