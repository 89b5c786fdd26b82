package dev.postrider.schedule;

import static dev.postrider.schedule.SchedulerFixture.HOURLY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("mongodb")
class OldSchedulesIntegrationTests {

    private static final Duration KEPT = Duration.ofDays(400);

    private final SchedulerFixture fixture = new SchedulerFixture();

    @TempDir
    private Path jobs;

    @Test
    void aCampaignThatComesBackAfterThatBeginsAnew() throws IOException {
        fixture.edit(jobs, "a", HOURLY + ", grace: 500d");
        fixture.after(Duration.ofMinutes(30), fixture.node(jobs));
        Files.delete(jobs.resolve("a.yml"));
        fixture.clock.advance(KEPT.plusDays(1));
        assertThat(fixture.old(jobs).count(limit())).isEqualTo(1);

        assertThat(fixture.old(jobs).delete(limit())).isEqualTo(1);
        fixture.edit(jobs, "a", HOURLY + ", grace: 500d");
        fixture.after(Duration.ofMinutes(29), fixture.node(jobs));

        assertThat(fixture.launched()).isEmpty();
        assertThat(fixture.missed("a")).isEmpty();
        fixture.after(Duration.ofMinutes(1), fixture.node(jobs));
        assertThat(fixture.launched()).hasSize(1);
    }

    @Test
    void oneWithAFileIsKeptHoweverSeldomItIsDue() throws IOException {
        fixture.edit(jobs, "leap", "cron: \"0 9 29 2 *\"");
        fixture.edit(jobs, "broken", HOURLY);
        fixture.node(jobs).tick(fixture);
        Files.writeString(jobs.resolve("broken.yml"), "campaign: [");
        fixture.clock.advance(KEPT.plusDays(1));

        assertThat(fixture.old(jobs).delete(limit())).isZero();
    }

    @Test
    void oneThatWasEvaluatedLatelyIsKept() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.node(jobs).tick(fixture);
        fixture.after(KEPT, fixture.node(jobs));
        Files.delete(jobs.resolve("a.yml"));
        fixture.clock.advance(KEPT.minusDays(1));

        assertThat(fixture.old(jobs).delete(limit())).isZero();
        fixture.clock.advance(Duration.ofDays(2));
        assertThat(fixture.old(jobs).delete(limit())).isEqualTo(1);
    }

    @Test
    void aFolderThatIsMissingSaysNothing() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.node(jobs).tick(fixture);
        fixture.clock.advance(KEPT.plusDays(1));

        assertThat(fixture.old(jobs.resolve("nowhere")).delete(limit())).isZero();
    }

    @Test
    void slotsThatWereMissedLongAgoGo() throws IOException {
        fixture.edit(jobs, "a", "cron: \"0 9 * * *\"");
        fixture.node(jobs).tick(fixture);
        fixture.after(Duration.ofDays(2), fixture.node(jobs));
        fixture.after(KEPT, fixture.node(jobs));
        fixture.clock.advance(Duration.ofDays(1));
        long early = 2;

        assertThat(fixture.oldMissed().count(limit())).isEqualTo(early);
        assertThat(fixture.oldMissed().delete(limit())).isEqualTo(early);

        assertThat(fixture.oldMissed().delete(limit())).isZero();
        assertThat(fixture.oldMissed().count(fixture.clock.instant())).isEqualTo(KEPT.toDays());
    }

    private Instant limit() {
        return fixture.clock.instant().minus(KEPT);
    }
}
