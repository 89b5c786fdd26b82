package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.LongProof;
import dev.postrider.outbox.OwnRedis;
import dev.postrider.outbox.RedisCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G1, G2, G6 and G8 in a Redis Cluster: each run's outbox is on one node, and so are the limits of the account. */
@LongProof
class RedisClusterIntegrationTests {

    private static final int PLANNED = 600;
    private static final int RATE = 400;

    @TempDir
    private Path folder;

    @Test
    void nodesThatRestartWithOrWithoutTheirDataCostNobodyAMessage() {
        try (RedisCluster cluster = new RedisCluster(folder.resolve("redis"));
                Site site = new Site(folder, options -> options.withMaxSendRate(RATE)).recipients(PLANNED)) {
            site.with(Map.of("spring.data.redis.cluster.nodes", cluster.addresses()));
            OwnRedis keeping = cluster.nodeOf(outbox(0));
            int elsewhere = IntStream.range(1, 60)
                    .filter(minute -> cluster.nodeOf(outbox(minute)) != keeping)
                    .findFirst()
                    .orElseThrow();
            OwnRedis losing = cluster.nodeOf(outbox(elsewhere));
            List<Program> programs = List.of(run(site, 0), run(site, elsewhere));

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> keeping.has(outbox(0))
                            && losing.has(outbox(elsewhere))
                            && site.simulator().stats().accepted() >= 300);
            keeping.stop();
            losing.stop();
            losing.loseData();
            keeping.start();
            losing.start();

            assertThat(programs)
                    .allSatisfy(program -> assertThat(
                                    program.expectExit(0).json().get("sent").asInt())
                            .isEqualTo(PLANNED));
            assertThat(acceptedByRunAndRecipient(site)).hasSize(2 * PLANNED);
            assertThat(acceptedByRunAndRecipient(site).values()).containsOnly(1L);
            Deliveries.checkRate(site, RATE);
        }
    }

    private static String outbox(int minute) {
        return "postrider:{loyalty@20261124T09%02d00Z}:outbox".formatted(minute);
    }

    private static Program run(Site site, int minute) {
        String slot = "2026-11-24T09:%02d:00Z".formatted(minute);
        return site.start(List.of(), "campaign", "run", "loyalty", "--slot", slot, "--json");
    }

    private static Map<String, Long> acceptedByRunAndRecipient(Site site) {
        return site.messages().stream()
                .map(message -> message.get("tags").toString())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
