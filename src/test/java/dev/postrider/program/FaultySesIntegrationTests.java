package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.LongProof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** G1, G2, G3 when SES or the network misbehaves. */
@Tag("mongodb")
class FaultySesIntegrationTests {

    private static final int PLANNED = 1_000;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} every {1}")
    @CsvSource({"throttleEvery, 3, false", "resetAfterEvery, 5, true"})
    void nobodyGetsTwoAndWhatNobodyKnowsIsUnknown(String fault, int every, boolean leavesUnknown) {
        try (Site site = new Site(folder).recipients(PLANNED)) {
            site.simulator().change(fault, every);

            JsonNode report = site.run().expectExit(0).json();

            int unknown = report.get("unknown").asInt();
            assertThat(report.get("sent").asInt() + unknown).isEqualTo(PLANNED);
            assertThat(unknown > 0).isEqualTo(leavesUnknown);
            assertThat(site.accepted().values()).containsOnly(1L);
            sentAreAccepted(site);
        }
    }

    @LongProof
    @ParameterizedTest(name = "{0} every {1}")
    @CsvSource({
        "errorEvery, 5, true",
        "resetBeforeEvery, 5, true",
        "truncateEvery, 5, true",
        "shortResultsEvery, 5, true",
    })
    void norAfterOtherFaults(String fault, int every, boolean leavesUnknown) {
        nobodyGetsTwoAndWhatNobodyKnowsIsUnknown(fault, every, leavesUnknown);
    }

    @LongProof
    @Test
    void slowAnswersBecomeUnknownAndAreNotSentAgain() {
        try (Site site = new Site(folder).recipients(200)) {
            site.simulator().change("slowEvery", 2);
            site.simulator().change("slowBy", Duration.ofSeconds(20));

            Program program = site.start(
                    List.of("-Dpostrider.ses.attempt-timeout=2s"),
                    "campaign",
                    "run",
                    "loyalty",
                    "--slot",
                    Site.SLOT,
                    "--json");
            JsonNode report = program.expectExit(0).json();

            assertThat(report.get("unknown").asInt()).isPositive();
            assertThat(site.accepted()).hasSize(200);
            assertThat(site.accepted().values()).containsOnly(1L);
        }
    }

    @Test
    void anErrorOfOurOwnAfterSesTookABatchIsUnknownAndNotSentAgain() {
        try (Site site = new Site(folder).recipients(PLANNED)) {
            JsonNode report = site.run(BreakingPoint.SENT.property(BreakingPoints.THROW, 3))
                    .expectExit(0)
                    .json();

            assertThat(report.get("unknown").asInt()).isEqualTo(50);
            assertThat(report.get("sent").asInt()).isEqualTo(PLANNED - 50);
            assertThat(site.accepted()).hasSize(PLANNED);
            assertThat(site.accepted().values()).containsOnly(1L);
        }
    }

    @Test
    void oneBadAddressInABulkCallCostsOnlyItself() {
        try (Site site = new Site(folder).recipients(100)) {
            site.collection("recipients")
                    .updateOne(Filters.eq("_id", "r00042"), Updates.set("email", "not an address"));

            JsonNode report = site.run().expectExit(0).json();

            assertThat(report.get("sent").asInt()).isEqualTo(99);
            assertThat(report.get("rejected").asInt()).isEqualTo(1);
            assertThat(site.ledger()).containsEntry("r00042", "REJECTED");
            assertThat(site.accepted()).hasSize(99).doesNotContainKey("r00042");
        }
    }

    @Test
    void aSenderThatSesRefusesHoldsTheRunAndRejectsNobody() {
        try (Site site = new Site(folder).recipients(100)) {
            site.simulator().change("sendingEnabled", false);

            Program program = site.run();

            program.expectExit(3);
            assertThat(program.errors()).containsIgnoringCase("sending");
            assertThat(site.ledger()).isEmpty();
            site.simulator().change("sendingEnabled", true);
            assertThat(site.run().expectExit(0).json().get("sent").asInt()).isEqualTo(100);
        }
    }

    private static void sentAreAccepted(Site site) {
        Map<String, Long> accepted = site.accepted();
        site.ledger().forEach((recipient, state) -> {
            if (state.equals("SENT")) {
                assertThat(accepted).containsKey(recipient);
            }
        });
    }
}
