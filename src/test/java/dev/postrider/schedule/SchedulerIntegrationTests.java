package dev.postrider.schedule;

import static dev.postrider.schedule.SchedulerFixture.HOURLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("mongodb")
class SchedulerIntegrationTests {

    private final SchedulerFixture fixture = new SchedulerFixture();

    @TempDir
    private Path jobs;

    @Test
    void severalNodesMakeOneRunOfEachSlot() throws Exception {
        fixture.edit(jobs, "a", "cron: \"*/10 * * * *\"");
        List<Callable<Void>> ticks = Stream.generate(() -> fixture.node(jobs))
                .limit(3)
                .map(node -> (Callable<Void>) () -> {
                    node.tick(fixture);
                    return null;
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(ticks.size());
        Instant start = fixture.clock.instant();
        try {
            for (int slot = 0; slot <= 50; slot++) {
                for (Future<Void> tick : threads.invokeAll(ticks)) {
                    tick.get();
                }
                assertThat(fixture.evaluatedTo("a")).isEqualTo(fixture.clock.instant());
                fixture.clock.advance(Duration.ofMinutes(10));
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(fixture.launched())
                .isEqualTo(IntStream.rangeClosed(1, 50)
                        .mapToObj(slot ->
                                RunId.of("a", start.plusSeconds(600L * slot)).value())
                        .toList());
        assertThat(fixture.missed("a")).isEmpty();
    }

    @Test
    void aCampaignThatIsSeenForTheFirstTimeBeginsNow() throws IOException {
        fixture.edit(jobs, "a", HOURLY);

        fixture.after(Duration.ofMinutes(270), fixture.node(jobs));
        assertThat(fixture.launched()).isEmpty();
        assertThat(fixture.missed("a")).isEmpty();

        fixture.after(Duration.ofMinutes(30), fixture.node(jobs));
        assertThat(fixture.launched()).containsExactly("a@20260302T050000Z");
    }

    @Test
    void slotsWithinTheGraceAreCaughtUpAndOlderOnesAreMissed() throws IOException {
        fixture.edit(jobs, "a", HOURLY + ", grace: 1h30m");
        fixture.edit(jobs, "b", HOURLY);
        fixture.node(jobs).tick(fixture);

        fixture.after(Duration.ofMinutes(310), fixture.node(jobs));

        assertThat(fixture.launched())
                .containsExactly("a@20260302T040000Z", "a@20260302T050000Z", "b@20260302T050000Z");
        assertThat(fixture.missed("a"))
                .extracting(MissedSlot::slot)
                .containsExactly(
                        Instant.parse("2026-03-02T03:00:00Z"),
                        Instant.parse("2026-03-02T02:00:00Z"),
                        Instant.parse("2026-03-02T01:00:00Z"));
        assertThat(fixture.missed("a"))
                .extracting(MissedSlot::reason)
                .containsOnly("no node launched it within its grace");
        assertThat(fixture.missed("b")).hasSize(4);
        assertThat(fixture.evaluatedTo("a")).isEqualTo("2026-03-02T05:00:00Z");
    }

    @Test
    void whatFailsToLaunchIsTriedAgainUntilItsGraceIsOverAndDoesNotKeepTheOthers() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.edit(jobs, "b", HOURLY);
        Scheduler node = fixture.node(jobs);
        node.tick(fixture);
        SlotLauncher failing = (campaign, slot) -> {
            if (campaign.equals("a") && slot.equals(Instant.parse("2026-03-02T01:00:00Z"))) {
                throw new IllegalStateException("the account is paused");
            }
            fixture.launch(campaign, slot);
        };

        fixture.clock.advance(Duration.ofHours(1));
        node.tick(failing);
        assertThat(fixture.launched()).containsExactly("b@20260302T010000Z");
        assertThat(node.problems())
                .containsExactly("'a': run 'a@20260302T010000Z' could not be launched: the account is paused");
        assertThat(fixture.evaluatedTo("a")).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(fixture.troubles.blocked()).containsOnly(Map.entry("a", 1L));

        fixture.clock.advance(Duration.ofMinutes(61));
        node.tick(failing);
        assertThat(fixture.missed("a"))
                .extracting(MissedSlot::reason)
                .containsExactly("it could not be launched: the account is paused");
        assertThat(fixture.launched()).contains("a@20260302T020000Z");
        assertThat(node.problems()).isEmpty();
        assertThat(fixture.troubles.blocked()).isEmpty();
    }

    @Test
    void whatKeepsASlotFromBeingLaunchedOutlivesTheNodeThatTried() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.node(jobs).tick(fixture);
        fixture.clock.advance(Duration.ofHours(1));
        fixture.node(jobs).tick(failing("no mail\nfor ada@example.com"));

        assertThat(fixture.overview(jobs).all(1))
                .singleElement()
                .satisfies(shown -> assertThat(shown.blocked())
                        .containsExactly(
                                new BlockedSlot(Instant.parse("2026-03-02T01:00:00Z"), "no mail for <address>")));
        fixture.after(Duration.ofMinutes(61), fixture.node(jobs));

        assertThat(fixture.missed("a"))
                .extracting(MissedSlot::reason)
                .containsExactly("it could not be launched: no mail for <address>");
    }

    @Test
    void aSlotIsBlockedUntilAnyNodeLaunchesIt() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        Scheduler broken = fixture.node(jobs);
        Scheduler whole = fixture.node(jobs);
        broken.tick(fixture);
        fixture.clock.advance(Duration.ofHours(1));
        broken.tick(failing("no template"));
        assertThat(fixture.troubles.blocked()).containsOnlyKeys("a");

        whole.tick(fixture);
        broken.tick(failing("no template"));

        assertThat(fixture.troubles.blocked()).isEmpty();
        assertThat(fixture.launched()).containsExactly("a@20260302T010000Z");
    }

    @Test
    void aSlotWhoseCampaignIsDeletedIsNotBlockedAnyMore() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        Scheduler node = fixture.node(jobs);
        node.tick(fixture);
        fixture.clock.advance(Duration.ofHours(1));
        node.tick(failing("no template"));
        assertThat(fixture.troubles.blocked()).containsOnlyKeys("a");

        Files.delete(jobs.resolve("a.yml"));
        node.tick(fixture);

        assertThat(fixture.troubles.blocked()).isEmpty();
    }

    private static SlotLauncher failing(String cause) {
        return (campaign, slot) -> {
            throw new IllegalStateException(cause);
        };
    }

    @Test
    void aNodeThatDiesBeforeItMovesOnLeavesTheSlotToTheNext() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        Scheduler dying = fixture.node(jobs);
        dying.tick(fixture);
        fixture.clock.advance(Duration.ofHours(1));
        dying.tick((campaign, slot) -> {
            fixture.launch(campaign, slot);
            throw new IllegalStateException("killed");
        });

        fixture.node(jobs).tick(fixture);
        assertThat(fixture.launches()).containsOnly(Map.entry("a@20260302T010000Z", 2));
        assertThat(fixture.evaluatedTo("a")).isEqualTo("2026-03-02T01:00:00Z");
    }

    @Test
    void aSlotThatWasLaunchedIsNotMissedWhenANodeDiedBeforeItMovedOn() throws IOException {
        fixture.edit(jobs, "a", HOURLY);
        fixture.node(jobs).tick(fixture);
        fixture.launch("a", Instant.parse("2026-03-02T01:00:00Z"));

        fixture.after(Duration.ofMinutes(150), fixture.node(jobs));

        assertThat(fixture.missed("a")).isEmpty();
        assertThat(fixture.launches().values()).containsOnly(1);
    }
}
