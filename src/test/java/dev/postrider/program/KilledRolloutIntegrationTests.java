package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.LongProof;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A run with proof copies and a first share, killed in each of its stages. */
@LongProof
@Tag("mongodb")
class KilledRolloutIntegrationTests {

    private static final int PLANNED = 400;
    private static final String KILL = "KILL";

    @TempDir
    private Path folder;

    @Test
    void everyStageIsMailedAtMostOnceAndTheWatchIsNotBegunAgain() {
        try (Site site = new Site(folder).recipients(PLANNED)) {
            site.write("jobs/loyalty.yml", """
                    campaign: loyalty
                    from: "Lucky Reels <rewards@mail.example.com>"
                    template: loyalty
                    segment: { attributes.spent: { $gte: 0 } }
                    proof: [success+team@simulator.amazonses.com]
                    rollout: { first: 50%, watch: 20s }
                    """);
            killedInTheProof(site);
            Instant end = killedInTheFirstShare(site);
            killedInTheRest(site, end);

            assertThat(site.accepted().values()).containsOnly(1L);
            assertThat(site.accepted()).containsKey("team");
            JsonNode run = site.json("run", "show", Site.RUN);
            assertThat(run.get("sent").asInt() + run.get("unknown").asInt()).isEqualTo(PLANNED);
            assertThat(run.get("unknown").asInt()).isLessThanOrEqualTo(50 + Site.IN_HAND);
        }
    }

    /** Nobody sends a copy again of which nobody knows; a person says that the run may go on. */
    private static void killedInTheProof(Site site) {
        site.run(BreakingPoint.SENT.property(KILL, 1)).expectKilled();
        assertThat(site.accepted()).isEqualTo(Map.of("team", 1L));

        JsonNode paused = site.run().expectExit(3).json();
        assertThat(paused.get("cause").asString()).contains("of 1 proof copies 0 went out, 1 unknown");
        assertThat(site.accepted()).hasSize(1);
    }

    private static Instant killedInTheFirstShare(Site site) {
        site.start(List.of(BreakingPoint.SENT.property(KILL, 2)), "run", "resume", Site.RUN)
                .expectKilled();
        assertThat(site.accepted()).hasSizeBetween(1 + 50, 1 + 100);

        site.run().expectExit(3);
        Map<String, Long> share = site.accepted();
        assertThat(share).hasSizeBetween(PLANNED * 2 / 5, PLANNED * 3 / 5);
        Instant end = watchUntil(site);

        JsonNode watched = site.run().expectExit(3).json();
        assertThat(watched.get("resumesAt").asString()).isEqualTo(end.toString());
        assertThat(watchUntil(site)).isEqualTo(end);
        assertThat(site.accepted()).isEqualTo(share);
        return end;
    }

    private static void killedInTheRest(Site site, Instant watchUntil) {
        await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(watchUntil));
        int share = site.accepted().size();
        site.run(BreakingPoint.SENT.property(KILL, 2)).expectKilled();
        assertThat(site.accepted()).hasSizeGreaterThan(share);

        site.run().expectExit(0);
    }

    private static Instant watchUntil(Site site) {
        Document rollout =
                Objects.requireNonNull(site.collection("rollouts").find().first());
        return rollout.getDate("watchUntil").toInstant();
    }
}
