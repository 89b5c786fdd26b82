package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.LongProof;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code postrider serve}, alone and beside another. */
@Tag("mongodb")
class NodeIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void leavesAStoppedRunAloneAndFinishesOneWhoseProcessWasKilled() {
        try (Site site = site(600, 20)) {
            Program node = site.start(List.of(), "serve");
            Program stopped = site.run();
            await().atMost(PATIENCE).until(() -> site.simulator().stats().accepted() > 0);
            node.awaitReady();
            site.json("job", "stop", "1");
            stopped.expectExit(1);
            await().during(Duration.ofSeconds(1)).until(run(site)::state, "STOPPED"::equals);

            site.simulator().change("maxSendRate", 5_000);
            site.run(BreakingPoint.SENT.property("KILL", 2)).expectKilled();
            await().atMost(PATIENCE).until(run(site)::completed);

            Deliveries.check(site, 600, Site.IN_HAND);
            node.endsInOrder();
            assertThat(node.errors()
                            .lines()
                            .filter(line -> line.contains(Site.RUN) && !line.contains("is helped with")))
                    .as("one line for the start, one for the end")
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("goes on: the process that worked on it has ended");
        }
    }

    @Test
    void resumesARunPausedAtTheQuotaAndLeavesItToAnotherNodeOnSigterm() {
        try (Site site = site(400, 50)) {
            site.simulator().change("max24HourSend", 100);
            Program one = site.start(List.of(), "serve");
            Program other = site.start(List.of(), "serve");
            site.run().expectExit(3);
            List.of(one, other).forEach(Program::awaitReady);
            site.simulator().change("max24HourSend", 10_000);
            assertThat(run(site).resumesAt()).isAfter(Instant.now());

            await().atMost(PATIENCE).until(() -> {
                // A node that helped may know the old quota for a moment, and pause the run at it once more.
                run(site).goOn();
                return site.simulator().stats().accepted() > 150;
            });
            Program working = run(site).owner() == one.pid() ? one : other;
            working.endsInOrder();

            Program left = working == one ? other : one;
            await().atMost(PATIENCE).until(run(site)::completed);
            Deliveries.check(site, 400, 0);
            assertThat(working.errors()).contains(Site.RUN + " is paused: its node was shut down");
            await().atMost(PATIENCE)
                    .until(() -> left.errors().contains(Site.RUN + " is completed; planned 400, sent 400"));
        }
    }

    @LongProof
    @Test
    void endsWithinTheShutdownLimitAlthoughSesDoesNotAnswer() {
        try (Site site = site(100, 5_000)) {
            site.with(Map.of("postrider.node.shutdown-limit", "2s"));
            run(site).launch();
            site.simulator().change("latency", Duration.ofSeconds(25));
            Program node = site.start(List.of(), "serve");
            await().atMost(PATIENCE).until(() -> site.ledger().containsValue("CLAIMED"));

            node.signal("TERM");

            await().atMost(Duration.ofSeconds(10)).until(() -> !node.alive());
            node.expectExit(1);
            assertThat(node.errors()).contains("still at work near the end of postrider.node.shutdown-limit");
        }
    }

    private Site site(int recipients, int rate) {
        return new Site(folder, options -> options.withMaxSendRate(rate))
                .with(Map.of("postrider.node.period", "200ms", "postrider.ses.account-refresh", "10ms"))
                .recipients(recipients);
    }

    private static WatchedRun run(Site site) {
        return new WatchedRun(site, Site.SLOT);
    }
}
