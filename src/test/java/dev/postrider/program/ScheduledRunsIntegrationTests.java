package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.PostriderApplication;
import dev.postrider.SettableClock;
import dev.postrider.ledger.RunId;
import dev.postrider.node.Node;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import dev.postrider.schedule.ScheduleOverview;
import dev.postrider.schedule.Scheduler;
import dev.postrider.schedule.SlotTroubles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The scheduler of the real application opens the runs of slots. */
@Tag("mongodb")
class ScheduledRunsIntegrationTests {

    private static final String SCHEDULED = """
            campaign: loyalty
            schedule: { cron: "0 9 * * *" }
            from: rewards@mail.example.com
            template: loyalty
            segment: {}
            """;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T08:59:00Z"));

    @TempDir
    private Path folder;

    @Test
    void theRunOfASlotIsPinnedByTheLastGoodDefinition() {
        try (Site site = new Site(folder);
                ConfigurableApplicationContext application = start(site)) {
            Scheduler scheduler = application.getBean(Scheduler.class);
            List<String> launched = new ArrayList<>();
            site.write("jobs/loyalty.yml", SCHEDULED);
            scheduler.tick((campaign, slot) -> launched.add(campaign + " " + slot));
            site.write("jobs/loyalty.yml", SCHEDULED.replace("from", "form"));
            clock.advance(Duration.ofMinutes(2));

            scheduler.tick((campaign, slot) -> launched.add(campaign + " " + slot));

            assertThat(scheduler.problems()).singleElement().asString().contains("loyalty.yml:3");
            assertThat(launched).containsExactly("loyalty " + Site.SLOT);
            Run run = application.getBean(Runs.class).get(new RunId(Site.RUN));
            assertThat(run.state()).isEqualTo(RunState.PLANNED);
            assertThat(run.source()).isEqualTo(SCHEDULED);
        }
    }

    @Test
    void aSlotWhoseTemplateIsBrokenIsShownUntilTheTemplateIsMended() {
        try (Site site = new Site(folder);
                ConfigurableApplicationContext application = start(site)) {
            Scheduler scheduler = application.getBean(Scheduler.class);
            SlotTroubles troubles = application.getBean(SlotTroubles.class);
            site.write("jobs/loyalty.yml", SCHEDULED);
            scheduler.tick((campaign, slot) -> {});
            site.write("templates/loyalty/subject.ftl", "Coins for ${");
            clock.advance(Duration.ofMinutes(2));

            scheduler.tick((campaign, slot) -> {});

            assertThat(troubles.blocked()).containsOnlyKeys("loyalty");
            assertThat(application.getBean(ScheduleOverview.class).all(1))
                    .singleElement()
                    .satisfies(shown -> assertThat(shown.blocked())
                            .singleElement()
                            .satisfies(slot -> {
                                assertThat(slot.slot()).isEqualTo(Site.SLOT);
                                assertThat(slot.cause())
                                        .contains("subject.ftl:1")
                                        .doesNotContain("\n");
                            }));
            site.write("templates/loyalty/subject.ftl", "Coins for ${recipient.firstName}");

            scheduler.tick((campaign, slot) -> {});

            assertThat(troubles.blocked()).isEmpty();
            assertThat(application.getBean(Runs.class).find(new RunId(Site.RUN)))
                    .isPresent();
        }
    }

    @Test
    void aSlotWhoseRunWasOnlyPlannedIsMissedAndOneThatRanIsNot() {
        try (Site site = new Site(folder).recipients(1);
                ConfigurableApplicationContext application = start(site)) {
            Scheduler scheduler = application.getBean(Scheduler.class);
            site.write("jobs/loyalty.yml", SCHEDULED);
            scheduler.tick((campaign, slot) -> {});
            site.run().expectExit(0);
            site.json("campaign", "plan", "loyalty", "--slot", "2026-11-25T09:00:00Z");
            clock.advance(Duration.ofDays(2));

            scheduler.tick((campaign, slot) -> {});

            assertThat(site.collection("missedSlots").find().map(slot -> slot.getString("_id")))
                    .containsExactly("loyalty@20261125T090000Z");
        }
    }

    @Test
    void aNodeLaunchesTheSlotWhoseTimeHasCome() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Site site = new Site(folder);
                ConfigurableApplicationContext application = start(site)) {
            site.write("jobs/loyalty.yml", SCHEDULED);
            Node node = application.getBean(Node.class);
            Future<Boolean> inOrder = thread.submit(node::keepRunsGoing);
            await().until(() -> site.collection("schedules").countDocuments() == 1);
            assertThat(site.collection("runs").countDocuments()).isZero();

            clock.advance(Duration.ofMinutes(2));

            Runs runs = application.getBean(Runs.class);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> runs.find(new RunId(Site.RUN))
                            .filter(run -> run.state().over())
                            .isPresent());
            node.shutDown();
            assertThat(inOrder.get()).isTrue();
        } finally {
            thread.shutdownNow();
        }
    }

    private ConfigurableApplicationContext start(Site site) {
        List<String> arguments = new ArrayList<>();
        site.settings().forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.add("--postrider.jobs-dir=" + folder.resolve("jobs"));
        arguments.add("--postrider.templates-dir=" + folder.resolve("templates"));
        return new SpringApplicationBuilder(PostriderApplication.class)
                .lazyInitialization(true)
                .initializers(context -> context.getBeanFactory().registerSingleton("settableClock", clock))
                .run(arguments.toArray(String[]::new));
    }
}
