package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.LongProof;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** G1, G2, G3, G4: kill -9 wherever it hurts, then relaunch. */
@Tag("mongodb")
class KilledProgramIntegrationTests {

    private static final int PLANNED = 1_000;

    @TempDir
    private Path folder;

    @LongProof
    @ParameterizedTest(name = "killed at passage {1} of {0}")
    @CsvSource({
        "BLOCK_WRITTEN, 1",
        "APPENDED, 7",
        "CLAIMED, 2",
        "SENDING, 3",
        "SENT, 2",
        "SETTLED, 3",
    })
    void afterRelaunchEverybodyIsSentOnceOrUnknown(BreakingPoint point, int passage) {
        try (Site site = new Site(folder).recipients(PLANNED)) {
            site.run(point.property("KILL", passage)).expectKilled();

            JsonNode report = site.run().expectExit(0).json();

            check(site, report, point == BreakingPoint.BLOCK_WRITTEN ? 0 : Site.IN_HAND);
        }
    }

    @Test
    void killedAgainAndAgain() {
        try (Site site = new Site(folder).recipients(PLANNED)) {
            site.run(BreakingPoint.APPENDED.property("KILL", 5)).expectKilled();
            site.run(BreakingPoint.SENT.property("KILL", 2)).expectKilled();
            site.run(BreakingPoint.CLAIMED.property("KILL", 3)).expectKilled();
            site.run(BreakingPoint.SETTLED.property("KILL", 2)).expectKilled();

            JsonNode report = site.run().expectExit(0).json();

            check(site, report, 3 * Site.IN_HAND);
        }
    }

    /** The lease is so long that it has not run out when the second command looks. */
    @LongProof
    @Test
    void recoveredByTheCommandAndResumed() {
        try (Site site = new Site(folder).recipients(PLANNED).with(Map.of("postrider.ledger.lease", "30s"))) {
            site.run(BreakingPoint.SENT.property("KILL", 2)).expectKilled();
            Document left = run(site);

            Program recover = site.start(List.of(), "job", "recover", String.valueOf(left.get("job")), "--json");

            assertThat(recover.expectExit(0).json().get("state").asString()).isEqualTo("FAILED");
            assertThat(recover.errors()).contains("waiting whether that still lives");
            assertThat(run(site)).containsEntry("state", "SENDING").doesNotContainKey("owner");
            assertThat(site.ledger()).doesNotContainValue("CLAIMED").containsValue("UNKNOWN");
            check(site, site.json("run", "resume", Site.RUN), Site.IN_HAND);
        }
    }

    private static Document run(Site site) {
        return Objects.requireNonNull(site.collection("runs").find().first());
    }

    @Test
    void aFinishedRunSendsNothingWhenItIsLaunchedAgain() {
        try (Site site = new Site(folder).recipients(50)) {
            JsonNode first = site.run().expectExit(0).json();
            JsonNode second = site.run().expectExit(0).json();

            assertThat(second).isEqualTo(first);
            assertThat(site.messages()).hasSize(50);
        }
    }

    private static void check(Site site, JsonNode report, int mostUnknown) {
        Deliveries.check(site, PLANNED, mostUnknown);
        assertThat(report.get("state").asString()).isEqualTo("COMPLETED");
        assertThat(report.get("planned").asInt()).isEqualTo(PLANNED);
        assertThat(report.get("unknown").asInt()).isLessThanOrEqualTo(mostUnknown);
        assertThat(report.get("sent").asInt() + report.get("unknown").asInt()).isEqualTo(PLANNED);
    }
}
