package dev.postrider.schedule;

import static dev.postrider.schedule.SchedulerFixture.HOURLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.JobDefinition;
import dev.postrider.definition.Scheduled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that start with a broken file: each {@code fixture.node} is a process that has read nothing yet. */
@Tag("mongodb")
class BrokenFilesIntegrationTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SchedulerFixture fixture = new SchedulerFixture();

    @TempDir
    private Path jobs;

    @Test
    void aNodeThatStartsWithABrokenFileLaunchesTheLastGoodDefinitionAndShowsTheError() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.edit(jobs, "b", HOURLY);
        fixture.node(jobs).tick(fixture);
        String good = Files.readString(jobs.resolve("a.yml"));
        breakFile("a");

        Scheduler restarted = fixture.node(jobs);
        fixture.after(HOUR, restarted);

        assertThat(fixture.launched()).containsExactly("a@20260302T010000Z", "b@20260302T010000Z");
        assertThat(fixture.openedBy("a@20260302T010000Z"))
                .isInstanceOf(CampaignDefinition.class)
                .extracting(Scheduled::source)
                .isEqualTo(good);
        String error = jobs.resolve("a.yml") + ":2: unknown key 'form'; did you mean 'from'?";
        assertThat(restarted.problems()).containsExactly(error);
        assertThat(fixture.overview(jobs).all(1).get(0)).satisfies(shown -> {
            assertThat(shown.error()).isEqualTo(error);
            assertThat(shown.next()).hasSize(1);
        });
    }

    @Test
    void slotsThatPassedWhileAllNodesWereDownAreCaughtUpOrMissedDespiteTheBrokenFile() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.node(jobs).tick(fixture);
        breakFile("a");

        fixture.after(Duration.ofHours(3).plusMinutes(30), fixture.node(jobs));

        assertThat(fixture.launched()).containsExactly("a@20260302T030000Z");
        assertThat(fixture.missed("a")).hasSize(2);
    }

    @Test
    void aFileThatIsMendedAfterTheRestartIsInForceFromItsMomentOn() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.node(jobs).tick(fixture);
        breakFile("a");
        Scheduler restarted = fixture.node(jobs);
        fixture.after(HOUR, restarted);
        fixture.edit(jobs, "a", "cron: \"15 * * * *\"");

        fixture.after(HOUR, restarted);

        assertThat(fixture.launched()).containsExactly("a@20260302T010000Z", "a@20260302T011500Z");
        assertThat(restarted.problems()).isEmpty();
    }

    @Test
    void theFilesOfOtherJobsAreKeptToo() throws IOException {
        SchedulerFixture.write(
                jobs, "housekeeping", "job: housekeeping\nschedule: { " + HOURLY + " }\n", fixture.clock);
        fixture.node(jobs).tick(fixture);
        fixture.clock.advance(Duration.ofMinutes(1));
        SchedulerFixture.write(jobs, "housekeeping", "job: housekeepin\n", fixture.clock);

        fixture.after(HOUR, fixture.node(jobs));

        assertThat(fixture.openedBy("housekeeping@20260302T010000Z")).isInstanceOf(JobDefinition.class);
    }

    @Test
    void ofNodesWhoseFilesDifferTheNewestEditOutlivesTheNodeThatHadIt() throws IOException {
        Path others = jobs.resolve("others");
        fixture.edit(jobs, "a", HOURLY);
        Scheduler older = fixture.node(jobs);
        older.tick(fixture);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.edit(others, "a", "cron: \"15 * * * *\"");
        fixture.node(others).tick(fixture);
        breakFile("a");

        fixture.after(HOUR, older, fixture.node(jobs));

        assertThat(fixture.launched()).containsExactly("a@20260302T001500Z");
        assertThat(older.problems()).singleElement().asString().contains("unknown key 'form'");
    }

    @Test
    void aFileThatWasDeletedWhileANodeRanDoesNotComeBackByABrokenOne() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        Scheduler node = fixture.node(jobs);
        node.tick(fixture);
        Files.delete(jobs.resolve("a.yml"));
        node.tick(fixture);
        breakFile("a");

        fixture.after(HOUR, node, fixture.node(jobs));

        assertThat(fixture.launched()).isEmpty();
        assertThat(fixture.missed("a")).isEmpty();
        assertThat(fixture.overview(jobs).all(1))
                .singleElement()
                .satisfies(shown -> assertThat(shown.next()).isEmpty());
    }

    @Test
    void aFileThatWasDeletedWhileNoNodeRanDoesNotComeBackByABrokenOne() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.node(jobs).tick(fixture);
        Files.delete(jobs.resolve("a.yml"));
        fixture.node(jobs).tick(fixture);
        breakFile("a");

        fixture.after(HOUR, fixture.node(jobs));

        assertThat(fixture.launched()).isEmpty();
    }

    @Test
    void aNodeWithoutTheFileDoesNotTakeItFromOnesThatHaveIt() throws IOException {
        Path others = Files.createDirectories(jobs.resolve("others"));
        fixture.edit(jobs, "a", HOURLY);
        Scheduler node = fixture.node(jobs);
        Scheduler without = fixture.node(others);
        node.tick(fixture);
        without.tick(fixture);
        node.tick(fixture);
        without.tick(fixture);
        breakFile("a");

        fixture.after(HOUR, fixture.node(jobs));

        assertThat(fixture.launched()).containsExactly("a@20260302T010000Z");
    }

    @Test
    void aKeptDefinitionThatThisVersionCannotReadIsNamedAndDoesNotKeepTheOthers() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.edit(jobs, "b", HOURLY);
        fixture.node(jobs).tick(fixture);
        fixture.writtenByANewerVersion("a");
        breakFile("a");

        Scheduler restarted = fixture.node(jobs);
        fixture.after(HOUR, restarted);

        assertThat(fixture.launched()).containsExactly("b@20260302T010000Z");
        assertThat(restarted.problems())
                .hasSize(2)
                .contains("'a': schedule of 'a' was written by a newer Postrider (schema 2, this one knows 1)");
    }

    /** A minute later, so that the broken edit is the newest. */
    private void breakFile(String campaign) throws IOException {
        fixture.clock.advance(Duration.ofMinutes(1));
        SchedulerFixture.write(jobs, campaign, "campaign: %s\nform: x\n".formatted(campaign), fixture.clock);
    }
}
