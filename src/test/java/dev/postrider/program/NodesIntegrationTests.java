package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.LongProof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that come, go and freeze under a run. */
@Tag("mongodb")
class NodesIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aRollingRestartOfThreeNodesWithRequestsInFlightSendsToEverybodyOnceAndLeavesNoneUnknown() {
        try (Site site = site(500, 50)) {
            site.simulator().change("latency", Duration.ofMillis(300));
            List<Program> nodes = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                nodes.add(node(site));
            }
            WatchedRun run = new WatchedRun(site, Site.SLOT).launch();
            int seen = 0;

            for (Program old : List.copyOf(nodes)) {
                int atLeast = seen + 20;
                await().atMost(PATIENCE).until(() -> site.simulator().stats().accepted() >= atLeast);
                seen = (int) site.simulator().stats().accepted();
                old.endsInOrder();
                nodes.remove(old);
                nodes.add(node(site));
            }
            assertThat(run.completed()).as("it was at work all the time").isFalse();

            await().atMost(PATIENCE).until(run::completed);
            Deliveries.check(site, 500, 0);
            Deliveries.checkRate(site, 50);
            nodes.forEach(Program::endsInOrder);
        }
    }

    /** The lease is 3 s here, and nodes look five times a second. */
    @LongProof
    @Test
    void aNodeThatFreezesIsReplacedAndOnceItThawsServesOtherRuns() {
        try (Site site = site(300, 40)) {
            Program frozen = node(site);
            frozen.awaitReady();
            WatchedRun run = new WatchedRun(site, Site.SLOT).launch();
            await().atMost(PATIENCE).until(() -> site.simulator().stats().accepted() > 20);
            Program other = node(site);
            other.awaitReady();

            frozen.signal("STOP");
            await().atMost(Duration.ofSeconds(15)).until(() -> run.owner() == other.pid());
            frozen.signal("CONT");

            await().atMost(PATIENCE).until(() -> frozen.errors().contains("taken over"));
            await().atMost(PATIENCE).until(run::completed);
            Deliveries.check(site, 300, Site.IN_HAND);
            other.endsInOrder();
            WatchedRun next = new WatchedRun(site, "2026-11-25T09:00:00Z").launch();
            await().atMost(PATIENCE).until(next::completed);
            frozen.endsInOrder();
        }
    }

    private Site site(int recipients, int rate) {
        return new Site(folder, options -> options.withMaxSendRate(rate))
                .with(Map.of("postrider.node.period", "200ms"))
                .recipients(recipients);
    }

    private static Program node(Site site) {
        return site.start(List.of(), "serve");
    }
}
