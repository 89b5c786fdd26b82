package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Processes on machines in different time zones. */
class TimeZonesIntegrationTests {

    @TempDir
    private Path folder;

    @Test
    void whenAJobStartedIsTheSameForAllOfThem() {
        try (Site site = new Site(folder).recipients(1)) {
            Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            site.start(List.of("-Duser.timezone=Asia/Tokyo"), "inactivity", "--as-of", "2026-11-24")
                    .expectExit(0);

            JsonNode jobs = site.start(List.of("-Duser.timezone=America/Los_Angeles"), "job", "list", "--json")
                    .expectExit(0)
                    .json();

            assertThat(Instant.parse(jobs.get(0).get("startedAt").asString())).isBetween(before, Instant.now());
        }
    }
}
