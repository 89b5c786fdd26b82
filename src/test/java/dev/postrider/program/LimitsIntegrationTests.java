package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.postrider.LongProof;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** G6: never over the limits, counted by the simulator. */
@Tag("mongodb")
class LimitsIntegrationTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource("14, 60")
    void holdsTheMaximumRateInAnyOneSecond(int rate, int recipients) {
        try (Site site = new Site(folder, options -> options.withMaxSendRate(rate)).recipients(recipients)) {
            site.run().expectExit(0);

            assertThat(site.messages()).hasSize(recipients);
            Deliveries.checkRate(site, rate);
        }
    }

    @LongProof
    @ParameterizedTest
    @CsvSource({"1, 5", "100, 500"})
    void holdsOtherRatesToo(int rate, int recipients) {
        holdsTheMaximumRateInAnyOneSecond(rate, recipients);
    }

    @Test
    void pausesAtTheQuotaAlsoAfterRedisWasLostAndGoesOnWhenThereIsRoom() {
        try (Site site = new Site(folder, options -> options.withMax24HourSend(300)).recipients(500)) {
            JsonNode paused = site.run().expectExit(3).json();
            assertThat(paused.get("state").asString()).isEqualTo("PAUSED");
            assertThat(site.messages()).hasSize(300);
            theRunSaysWhyAndUntilWhenItWaits(site);

            LostOutboxIntegrationTests.flush(site);
            site.run().expectExit(3);
            assertThat(site.messages()).hasSize(300);
            assertThat(site.simulator().stats().refused()).isZero();

            site.simulator().change("max24HourSend", 1_000);
            JsonNode done = site.run().expectExit(0).json();
            assertThat(done.get("sent").asInt()).isEqualTo(500);
            assertThat(site.accepted()).hasSize(500);
            assertThat(site.accepted().values()).containsOnly(1L);
        }
    }

    /** There is room again when what was sent has passed out of the 24 hours, counted in whole minutes. */
    private static void theRunSaysWhyAndUntilWhenItWaits(Site site) {
        JsonNode run = site.json("run", "show", Site.RUN);
        assertThat(run.get("state").asString()).isEqualTo("PAUSED");
        assertThat(run.get("cause").asString()).isEqualTo("the 24 hour quota of the SES account is used up");
        assertThat(Instant.parse(run.get("resumesAt").asString()))
                .isCloseTo(Instant.now().plus(Duration.ofDays(1)), within(Duration.ofMinutes(5)));
    }
}
