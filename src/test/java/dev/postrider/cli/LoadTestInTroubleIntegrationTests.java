package dev.postrider.cli;

import static dev.postrider.cli.LoadTestSite.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.LongProof;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Load tests of an account that refuses, throttles or is gone, and one that is stopped; counted by the simulator. */
class LoadTestInTroubleIntegrationTests {

    @TempDir
    private Path directory;

    private LoadTestSite site;

    @BeforeEach
    void start() {
        site = new LoadTestSite(directory);
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void endsWhenSesSaysThatTheQuotaIsUsedUp() {
        ChildProgram test = site.startAndAwait(5, 100_000, "--rate", "50");
        site.simulator.change("max24HourSend", 1);
        test.awaitEnd();

        JsonNode report = test.expectExit(3).json();
        assertThat(report.get("reason").asString()).contains("Daily message quota exceeded");
        assertThat(outcome(report, "accepted")).isEqualTo(site.stats().accepted());
    }

    @Test
    void triesEachMessageOnceAndCountsWhatWasThrottledOrLost() {
        site.simulator.change("throttleEvery", 5);
        site.simulator.change("resetAfterEvery", 7);

        JsonNode report = site.run(100, "--transport", "single").expectExit(0).json();

        assertThat(report.get("messages").get("tried").asInt()).isEqualTo(100);
        assertThat(outcome(report, "throttled")).isEqualTo(20);
        assertThat(outcome(report, "unknown")).isEqualTo(12);
        assertThat(outcome(report, "accepted")).isEqualTo(68);
        assertThat(site.stats().accepted()).isEqualTo(68 + 12);
        assertThat(report.get("requests").get("latency").propertyNames())
                .containsExactlyInAnyOrder("accepted", "throttled", "unknown");
        assertThat(report.get("messages").get("refused").valueStream())
                .anyMatch(refused -> refused.get("outcome").asString().equals("throttled")
                        && refused.get("cause").asString().contains("Maximum sending rate exceeded"));
    }

    @ParameterizedTest
    @CsvSource({
        "enforcementStatus, \"SHUTDOWN\", SES has shut down sending for this account",
        "unverifiedIdentities, [\"mail.example.com\"], following identities failed the check"
    })
    void saysWhySesWouldSendNothing(String setting, String value, String reason) {
        site.simulator.change(setting, JsonMapper.shared().readTree(value));

        ChildProgram test =
                site.run(2_000, "--postrider.ses.configuration-set=events").expectExit(1);

        assertThat(test.err().lines().filter(line -> line.startsWith("postrider: ")))
                .singleElement()
                .asString()
                .contains(reason);
        assertThat(test.err()).doesNotContain("\tat ");
        assertThat(site.stats().accepted()).isZero();
    }

    @LongProof
    @ParameterizedTest
    @CsvSource({
        "sendingEnabled, false, sending is paused for this SES account",
        "configurationSets, [\"other\"], Configuration set <events> does not exist"
    })
    void saysAlsoWhyElse(String setting, String value, String reason) {
        saysWhySesWouldSendNothing(setting, value, reason);
    }

    @Test
    void anSesThatDoesNotAnswerIsOneLine() {
        site.simulator.close();

        ChildProgram test = site.run(10).expectExit(1);

        assertThat(test.err())
                .startsWith("postrider: SES does not tell the account's limits: ")
                .hasLineCount(1);
        assertThat(test.out()).isEmpty();
    }

    @LongProof
    @Test
    void endsWhenSesIsGoneWithWhatWasSent() {
        ChildProgram test = site.startAndAwait(1, 100_000, "--rate", "200");
        site.simulator.close();
        test.awaitEnd();

        JsonNode report = test.expectExit(1).json();
        assertThat(report.get("state").asString()).isEqualTo("FAILED");
        assertThat(report.get("reason").asString()).contains("requests in a row had no clear answer");
        assertThat(outcome(report, "accepted")).isPositive();
        assertThat(report.get("messages").get("tried").asInt()).isLessThan(100_000);
    }

    @LongProof
    @Test
    void reportsWhatWasSentWhenItIsStopped() {
        ChildProgram test = site.startAndAwait(5, 100_000, "--rate", "50");
        test.interrupt();

        JsonNode report = test.expectExit(1).json();
        assertThat(report.get("state").asString()).isEqualTo("STOPPED");
        assertThat(outcome(report, "accepted"))
                .isEqualTo(site.stats().accepted())
                .isLessThan(100_000);
        assertThat(outcome(report, "unknown")).isZero();
    }
}
