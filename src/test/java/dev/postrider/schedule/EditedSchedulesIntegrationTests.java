package dev.postrider.schedule;

import static dev.postrider.schedule.SchedulerFixture.HOURLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.definition.CampaignDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("mongodb")
class EditedSchedulesIntegrationTests {

    private final SchedulerFixture fixture = new SchedulerFixture();

    @TempDir
    private Path jobs;

    @Test
    void ofNodesWhoseFilesDifferOnlyThoseWithTheNewestLaunch() throws IOException {
        Path others = jobs.resolve("others");
        fixture.edit(jobs, "a", HOURLY);
        Scheduler old = fixture.node(jobs);
        Scheduler newer = fixture.node(others);
        old.tick(fixture);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.edit(others, "a", "cron: \"15 * * * *\"");

        fixture.after(Duration.ofMinutes(60), newer, old);
        fixture.after(Duration.ofMinutes(60), old, newer, old);

        assertThat(fixture.launched()).containsExactly("a@20260302T001500Z", "a@20260302T011500Z");
        assertThat(newer.problems()).isEmpty();
        assertThat(old.problems())
                .containsExactly("the file of 'a' says '0 * * * *' in UTC with a grace of 3600 s; in force is a newer"
                        + " edit, of 2026-03-02T00:01:00Z: '15 * * * *' in UTC with a grace of 3600 s. This node leaves it"
                        + " alone");

        fixture.edit(jobs, "a", HOURLY);
        fixture.after(Duration.ofMinutes(60), old, newer);

        assertThat(fixture.launched()).hasSize(3).contains("a@20260302T030000Z");
        assertThat(old.problems()).isEmpty();
        assertThat(newer.problems()).hasSize(1);
    }

    @Test
    void aWarningIsAProblemOfASoundFileAndDoesNotKeepItFromBeingLaunched() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        Path file = jobs.resolve("a.yml");
        Files.writeString(file, Files.readString(file) + "description: WARN of it\n");
        Scheduler node = fixture.node(jobs);
        node.tick(fixture);

        fixture.after(Duration.ofMinutes(60), node);

        assertThat(node.problems()).containsExactly("WARN of it");
        assertThat(fixture.launched()).containsExactly("a@20260302T010000Z");
    }

    @Test
    void anEditTakesEffectFromItsMomentOnAndLosesNoSlotBeforeIt() throws IOException {
        fixture.edit(jobs, "a", "cron: \"30 1 * * *\"");
        Scheduler node = fixture.node(jobs);
        node.tick(fixture);
        fixture.clock.advance(Duration.ofMinutes(100));
        fixture.edit(jobs, "a", "cron: \"35 1 * * *\"");

        fixture.after(Duration.ofMinutes(1), node);
        assertThat(fixture.launched()).containsExactly("a@20260302T013000Z");

        fixture.after(Duration.ofDays(1), node);
        assertThat(fixture.launched()).containsExactly("a@20260302T013000Z", "a@20260303T013500Z");
    }

    @Test
    void aScheduleThatWasTakenOutAndPutBackIsNotFilledIn() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        Scheduler node = fixture.node(jobs);
        node.tick(fixture);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.edit(jobs, "a", "");
        fixture.after(Duration.ofHours(5), node);
        fixture.edit(jobs, "a", HOURLY);
        node.tick(fixture);

        fixture.after(Duration.ofHours(1), node);

        assertThat(fixture.launched()).containsExactly("a@20260302T060000Z");
        assertThat(fixture.missed("a")).isEmpty();
    }

    @Test
    void aBrokenEditKeepsTheLastGoodDefinition() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.edit(jobs, "b", HOURLY);
        Scheduler node = fixture.node(jobs);
        node.tick(fixture);
        fixture.clock.advance(Duration.ofMinutes(1));
        SchedulerFixture.write(jobs, "a", "campaign: a\nform: x\n", fixture.clock);

        fixture.after(Duration.ofHours(1), node);

        assertThat(node.problems())
                .containsExactly(jobs.resolve("a.yml") + ":2: unknown key 'form'; did you mean 'from'?");
        assertThat(fixture.launched()).containsExactly("a@20260302T010000Z", "b@20260302T010000Z");
        assertThat(fixture.openedBy("a@20260302T010000Z"))
                .isInstanceOfSatisfying(
                        CampaignDefinition.class,
                        campaign -> assertThat(campaign.from()).isEqualTo("rewards@mail.example.com"));

        fixture.edit(jobs, "a", HOURLY);
        fixture.after(Duration.ofHours(1), node);
        assertThat(node.problems()).isEmpty();
        assertThat(fixture.launched()).contains("a@20260302T020000Z");
    }

    @Test
    void aFolderThatIsAwayKeepsTheLastGoodDefinitions() throws IOException {
        Path folder = jobs.resolve("mounted");
        fixture.edit(folder, "a", HOURLY);
        Scheduler node = fixture.node(folder);
        node.tick(fixture);
        Files.move(folder, jobs.resolve("elsewhere"));

        fixture.after(Duration.ofHours(1), node);

        assertThat(fixture.launched()).containsExactly("a@20260302T010000Z");
        assertThat(node.problems()).singleElement().asString().contains("it does not exist");
    }
}
