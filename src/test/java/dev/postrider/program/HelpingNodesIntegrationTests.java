package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A run that {@code campaign run} holds and {@code worker} helps with. */
@Tag("mongodb")
class HelpingNodesIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private static final int RATE = 60;

    /** Forty seconds of work at that rate: commands are processes, and a busy machine takes its time to start them. */
    private static final int RECIPIENTS = 2_400;

    @TempDir
    private Path folder;

    @Test
    void workersJoinStopAndDieInTheMiddleAndNobodyIsMailedTwice() {
        try (Site site = site(RECIPIENTS, RATE)) {
            Program worker = site.start(List.of(), "worker");
            Program stopped = site.run();
            await().atMost(PATIENCE).until(() -> Deliveries.sentBy(worker, site) > 0);
            site.json("job", "stop", "1");
            await().atMost(Duration.ofSeconds(10)).until(() -> !stopped.alive());
            stopped.expectExit(1);
            assertThat(site.ledger().values())
                    .as("all is settled or handed back")
                    .containsOnly("SENT");
            long before = Deliveries.sentBy(worker, site);

            Program holder = site.run();
            await().atMost(PATIENCE).until(() -> Deliveries.sentBy(worker, site) > before);
            worker.signal("KILL");
            worker.expectKilled();
            Deliveries.checkRate(site, RATE);
            site.simulator().change("maxSendRate", 5_000);

            holder.expectExit(0);
            Deliveries.check(site, RECIPIENTS, Site.IN_HAND);
            assertThat(site.collection("partitions").countDocuments()).isZero();
        }
    }

    /** Sends one message at a time, each of which takes 80 ms, so that waiting is the bound and not the processor. */
    @Test
    @EnabledIfSystemProperty(
            named = "postrider.scale",
            matches = "true",
            disabledReason = "its figures need a quiet machine")
    void twoProcessesSendAtLeast1Point8TimesWhatOneSends() {
        try (Site site = site(2_500, 5_000)) {
            site.with(Map.of("postrider.ses.transport", "single"));
            site.simulator().change("latency", Duration.ofMillis(80));
            site.run();
            await().atMost(PATIENCE).until(() -> site.simulator().stats().accepted() > 50);
            double one = rate(site);
            Program worker = site.start(List.of(), "worker");
            await().atMost(PATIENCE).until(() -> Deliveries.sentBy(worker, site) > 0);
            double two = rate(site);
            System.out.printf("one process %.1f/s, two %.1f/s, ratio %.2f%n", one, two, two / one);
            assertThat(two / one).isGreaterThanOrEqualTo(1.8);
        }
    }

    private static double rate(Site site) {
        long start = System.nanoTime();
        long before = site.simulator().stats().accepted();
        await().pollDelay(WINDOW).atMost(WINDOW.multipliedBy(2)).until(() -> true);
        long sent = site.simulator().stats().accepted() - before;
        return sent * 1e9 / (System.nanoTime() - start);
    }

    private Site site(int recipients, int rate) {
        return new Site(folder, options -> options.withMaxSendRate(rate))
                .with(Map.of("postrider.node.period", "200ms", "postrider.ses.account-refresh", "2s"))
                .recipients(recipients);
    }
}
