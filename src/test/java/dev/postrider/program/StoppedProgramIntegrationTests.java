package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.LongProof;
import dev.postrider.outbox.OwnRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A run that is asked to stop while render waits for the outbox and deliver for permits. */
@Tag("mongodb")
class StoppedProgramIntegrationTests {

    private static final Duration NOTICED = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void stopsWithinSecondsWhenAnotherProcessAsksAndContinuesLater() {
        try (Site site = new Site(folder, options -> options.withMaxSendRate(20)).recipients(600)) {
            Program program = site.run();
            awaitFirstMail(site, program);

            site.json("job", "stop", "1");
            await().atMost(NOTICED).until(() -> !program.alive());

            stoppedAndContinues(site, program);
            theTrailSaysSo(site);
        }
    }

    @LongProof
    @Test
    void stopsWithinSecondsWhileRedisIsAway() {
        try (OwnRedis redis = new OwnRedis(folder.resolve("redis"));
                Site site = new Site(folder, options -> options.withMaxSendRate(20)).recipients(600)) {
            Program program =
                    site.with(Map.of("spring.data.redis.url", redis.url())).run();
            awaitFirstMail(site, program);
            redis.stop();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> program.errors().contains("Redis (outbox) is unavailable"));

            site.json("run", "stop", Site.RUN);
            await().atMost(NOTICED).until(() -> !program.alive());

            redis.start();
            stoppedAndContinues(site, program);
        }
    }

    private static void theTrailSaysSo(Site site) {
        JsonNode trail = site.json("audit", "--run", Site.RUN);
        assertThat(trail.valueStream().map(line -> line.get("action").asString()))
                .containsExactly("STARTED", "STOPPED", "RESUMED");
        assertThat(trail.valueStream().map(line -> line.get("who").asString()))
                .containsOnly(System.getProperty("user.name"));
        assertThat(trail.get(1).get("subject").asString()).isEqualTo("1");
        assertThat(trail.get(1).get("details").get("job").asString()).isEqualTo("campaign");
    }

    @LongProof
    @Test
    void stopsWithinSecondsOnSigtermAndContinuesLater() {
        try (Site site = new Site(folder, options -> options.withMaxSendRate(20)).recipients(600)) {
            Program program = site.run();
            awaitFirstMail(site, program);

            program.signal("TERM");
            await().atMost(NOTICED).until(() -> !program.alive());

            JsonNode stopped = site.json("run", "show", Site.RUN);
            assertThat(stopped.get("state").asString()).isEqualTo("STOPPED");
            assertThat(stopped.get("unknown").asInt()).isZero();
            continues(site);
        }
    }

    @LongProof
    @Test
    void anErrorInOneThreadFailsTheRunAndARelaunchContinues() {
        try (Site site = new Site(folder).recipients(600)) {
            Program program = site.run(BreakingPoint.CLAIMED.property(BreakingPoints.THROW, 3))
                    .expectExit(1);
            assertThat(program.json().get("state").asString()).isEqualTo("FAILED");
            assertThat(program.errors()).contains("broken on purpose");

            JsonNode report = site.run().expectExit(0).json();

            assertThat(report.get("unknown").asInt()).isLessThanOrEqualTo(Site.IN_HAND);
            assertThat(report.get("sent").asInt() + report.get("unknown").asInt())
                    .isEqualTo(600);
            assertThat(site.accepted().values()).containsOnly(1L);
        }
    }

    @Test
    void anAbandonedRunSkipsTheRestAndNeverGoesOn() {
        try (Site site = new Site(folder, options -> options.withMaxSendRate(20)).recipients(200)) {
            Program program = site.run();
            awaitFirstMail(site, program);
            program.signal("TERM");
            program.expectExit(1);

            site.json("job", "abandon", "1");

            JsonNode run = site.json("run", "show", Site.RUN);
            int sent = run.get("sent").asInt();
            assertThat(run.get("state").asString()).isEqualTo("ABANDONED");
            assertThat(sent).isEqualTo(site.messages().size());
            assertThat(run.get("skipped").get("not-attempted").asInt()).isEqualTo(200 - sent);
            site.run().expectExit(1);
            assertThat(site.messages()).hasSize(sent);
        }
    }

    private static void awaitFirstMail(Site site, Program program) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> site.simulator().stats().accepted() > 0 || !program.alive());
    }

    private static void stoppedAndContinues(Site site, Program program) {
        JsonNode stopped = program.expectExit(1).json();
        assertThat(stopped.get("state").asString()).isEqualTo("STOPPED");
        assertThat(stopped.get("unknown").asInt()).isZero();
        continues(site);
    }

    private static void continues(Site site) {
        site.simulator().change("maxSendRate", 5_000);
        assertThat(site.run().expectExit(0).json().get("sent").asInt()).isEqualTo(600);
        assertThat(site.accepted()).hasSize(600);
        assertThat(site.accepted().values()).containsOnly(1L);
    }
}
