package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.postrider.LongProof;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs of an account that SES puts under review or pauses. */
@LongProof
@Tag("mongodb")
class AccountTroubleIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aRunWaitsWhileSesPausesTheAccountOrReviewsItAndANodeGoesOnByItself() {
        try (Site site = site(300, 60)) {
            site.simulator().change("sendingEnabled", false);
            JsonNode paused = site.run().expectExit(3).json();
            assertThat(paused.get("cause").asString()).startsWith("sending is paused for this SES account");
            assertThat(paused.get("resumesAt").isNull()).isFalse();
            Program node = site.start(List.of(), "serve");
            await().atMost(PATIENCE).until(() -> alarms(node).size() == 1);

            site.simulator().change("sendingEnabled", true);
            await().atMost(PATIENCE).until(() -> site.simulator().stats().accepted() > 0);
            site.simulator().change("enforcementStatus", "PROBATION");
            await().atMost(PATIENCE).until(() -> node.errors().contains(Site.RUN + " is paused: SES has this account"));
            assertThat(site.simulator().stats().accepted()).isLessThan(300);
            assertThat(site.json("run", "show", Site.RUN).get("cause").asString())
                    .contains("under review (PROBATION)");
            assertThat(alarms(node)).as("one for each change").hasSize(2);

            site.simulator().change("enforcementStatus", "HEALTHY");
            await().atMost(PATIENCE).until(() -> node.errors().contains(Site.RUN + " is completed"));
            Deliveries.check(site, 300, 0);
        }
    }

    @Test
    void aRunWhoseCredentialsSesRefusesWaitsForAPerson() throws IOException {
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        refusing.start();
        try (Site site = site(10, 60)) {
            String endpoint = site.simulator().endpoint().toString();
            site.with(Map.of(
                    "postrider.ses.endpoint",
                    "http://127.0.0.1:" + refusing.getAddress().getPort()));
            JsonNode paused = site.run().expectExit(3).json();
            assertThat(paused.get("state").asString()).isEqualTo("PAUSED");
            assertThat(paused.get("cause").asString()).startsWith("SES does not tell the account's limits: ");
            assertThat(paused.get("resumesAt").isNull()).isTrue();

            site.with(Map.of("postrider.ses.endpoint", endpoint));
            site.start(List.of(), "run", "resume", Site.RUN).expectExit(0);
            Deliveries.check(site, 10, 0);
        } finally {
            refusing.stop(0);
        }
    }

    private static List<String> alarms(Program node) {
        return node.errors().lines().filter(line -> line.contains("ERROR")).toList();
    }

    private Site site(int recipients, int rate) {
        return new Site(folder, options -> options.withMaxSendRate(rate))
                .with(Map.of(
                        "postrider.node.period", "200ms",
                        "postrider.ses.account-refresh", "1s",
                        "postrider.limits.check-again", "1s"))
                .recipients(recipients);
    }
}
