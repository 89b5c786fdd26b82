package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.LongProof;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A run whose sender has as many recipients left on this day of its warm-up, and the account in its quota, as the run has. */
@Tag("mongodb")
class UnreachableSesIntegrationTests {

    private static final int PLANNED = 100;

    @TempDir
    private Path folder;

    @Test
    void aRunPausesThoughItsClaimsGrowOldBeforeAndWhatWasNotSentCostsNothing() throws IOException {
        pausesAndGoesOnByItself("500ms", "3s");
    }

    @LongProof
    @Test
    void aRunPausesBeforeItsClaimsGrowOldAndWhatWasNotSentCostsNothing() throws IOException {
        pausesAndGoesOnByItself("20s", "1s");
    }

    private void pausesAndGoesOnByItself(String claimAge, String unreachable) throws IOException {
        try (Site site = new Site(folder, options -> options.withMax24HourSend(PLANNED)).recipients(PLANNED);
                ClosingSes closing = new ClosingSes()) {
            String day = Integer.toString(PLANNED);
            site.with(Map.of(
                    "postrider.node.period",
                    "200ms",
                    "postrider.limits.check-again",
                    "1s",
                    "postrider.delivery.claim-age",
                    claimAge,
                    "postrider.delivery.unreachable",
                    unreachable,
                    "postrider.warm-up[0].identity",
                    "mail.example.com",
                    "postrider.warm-up[0].start",
                    LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                    "postrider.warm-up[0].plan",
                    String.join(",", day, day, day, day)));
            String endpoint = site.simulator().endpoint().toString();

            site.with(Map.of("postrider.ses.endpoint", closing.endpoint()));
            Program run = site.run().expectExit(3);
            JsonNode paused = run.json();
            assertThat(paused.get("state").asString()).isEqualTo("PAUSED");
            assertThat(paused.get("cause").asString()).startsWith("SES cannot be reached: ");
            assertThat(paused.get("resumesAt").isNull()).isFalse();
            assertThat(run.errors()).contains("; sending waits for it");
            assertThat(site.ledger()).as("claims").isEmpty();

            site.with(Map.of("postrider.ses.endpoint", endpoint));
            Program node = site.start(List.of(), "serve");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> node.errors().contains(Site.RUN + " is completed")
                            || node.errors().contains(Site.RUN + " is paused"));
            Deliveries.check(site, PLANNED, 0);
        }
    }
}
