package dev.postrider.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("mongodb")
class ScheduleOverviewIntegrationTests {

    private static final String HOURLY = "cron: \"0 * * * *\"";

    private final SchedulerFixture fixture = new SchedulerFixture();

    @TempDir
    private Path jobs;

    @Test
    void showsWhatComesWhatWasMissedAndWhatIsBroken() throws IOException {
        fixture.edit(jobs, "a", "cron: \"0 9 * * MON\", zone: America/Los_Angeles, grace: 6h");
        fixture.edit(jobs, "b", "");
        fixture.node(jobs).tick(fixture);
        SchedulerFixture.write(jobs, "broken", "campaign: broken\nform: x\n", fixture.clock);
        fixture.clock.advance(Duration.ofHours(24));
        fixture.node(jobs).tick(fixture);

        List<ScheduledJob> overview = fixture.overview(jobs).all(2);

        assertThat(overview).extracting(ScheduledJob::name).containsExactly("a", "broken");
        assertThat(overview.get(0).next())
                .containsExactly(
                        new LocalSlot(Instant.parse("2026-03-09T16:00:00Z"), "Mon 2026-03-09 09:00 -07:00"),
                        new LocalSlot(Instant.parse("2026-03-16T16:00:00Z"), "Mon 2026-03-16 09:00 -07:00"));
        assertThat(overview.get(0).grace()).isEqualTo(Duration.ofHours(6));
        assertThat(overview.get(0).missed())
                .extracting(MissedSlot::slot)
                .containsExactly(Instant.parse("2026-03-02T17:00:00Z"));
        assertThat(overview.get(0).error()).isNull();
        assertThat(Objects.requireNonNull(overview.get(1).error()))
                .endsWith("broken.yml:2: unknown key 'form'; did you mean 'from'?");
    }

    @Test
    void aScheduleThatANewerVersionWroteIsNamedAndKeepsNoOtherFromBeingShown() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.edit(jobs, "b", HOURLY);
        fixture.node(jobs).tick(fixture);
        fixture.writtenByANewerVersion("a");

        List<ScheduledJob> overview = fixture.overview(jobs).all(1);

        assertThat(overview).extracting(ScheduledJob::name).containsExactly("a", "b");
        assertThat(overview.get(0).error())
                .isEqualTo("schedule of 'a' was written by a newer Postrider (schema 2, this one knows 1)");
        assertThat(overview.get(1).error()).isNull();
        assertThat(overview.get(1).next()).hasSize(1);
    }

    @Test
    void showsTheSlotOfAJobThatFails() throws IOException {
        SchedulerFixture.write(
                jobs, "housekeeping", "job: housekeeping\nschedule: { " + HOURLY + " }\n", fixture.clock);
        fixture.failing("housekeeping@20260302T000000Z", "the disk is full");
        fixture.failing("other@20260302T000000Z", "it is another");

        assertThat(fixture.overview(jobs).all(1))
                .singleElement()
                .satisfies(shown -> assertThat(shown.blocked())
                        .containsExactly(new BlockedSlot(Instant.parse("2026-03-02T00:00:00Z"), "the disk is full")));
    }

    @Test
    void showsWhatIsInForceWhereTheFileIsOlder() throws IOException {
        Path others = jobs.resolve("others");
        fixture.edit(jobs, "a", HOURLY);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.edit(others, "a", "cron: \"15 * * * *\"");
        fixture.node(others).tick(fixture);

        assertThat(fixture.overview(jobs).all(1)).singleElement().satisfies(campaign -> {
            assertThat(campaign.cron()).isEqualTo("15 * * * *");
            assertThat(campaign.error()).contains("newer edit");
        });
        assertThat(fixture.overview(others).all(1))
                .singleElement()
                .satisfies(campaign -> assertThat(campaign.error()).isNull());
    }
}
