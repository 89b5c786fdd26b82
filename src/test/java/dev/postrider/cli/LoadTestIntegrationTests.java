package dev.postrider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Load tests that go through, counted by the simulator. */
class LoadTestIntegrationTests {

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

    @ParameterizedTest
    @CsvSource({"bulk, 8", "single, 400"})
    void sendsOnceToEachAddressOfTheMailboxSimulatorAndToNoOther(String transport, int requests) {
        JsonNode report = site.run(400, "--transport", transport, "--mix", "success=96,bounce=2,complaint=1,ooto=1")
                .expectExit(0)
                .json();

        assertThat(report.get("state").asString()).isEqualTo("COMPLETED");
        assertThat(report.get("requests").get("count").asInt()).isEqualTo(requests);
        List<JsonNode> messages = site.accepted();
        assertThat(messages).hasSize(400).allSatisfy(message -> {
            assertThat(message.get("from").asString()).contains("rewards@mail.example.com");
            assertThat(message.has("cc") || message.has("bcc")).isFalse();
            assertThat(message.get("sizes").get("html").asInt()
                            + message.get("sizes").get("text").asInt())
                    .isEqualTo(10_000);
        });
        assertThat(messages)
                .extracting(message -> message.get("to").get(0).asString())
                .doesNotHaveDuplicates()
                .allMatch(address -> address.matches("[a-z]+\\+[a-z0-9-]+@simulator\\.amazonses\\.com"));
        assertThat(messages.stream()
                        .collect(Collectors.groupingBy(
                                message -> message.get("outcome").asString(), Collectors.counting())))
                .containsEntry("delivery", 384L)
                .containsEntry("bounce", 8L)
                .containsEntry("complaint", 4L)
                .containsEntry("ooto", 4L);
        assertThat(report.get("messages").get("accepted").get("bounce").asInt()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk", "single"})
    void holdsItsRateInEverySecond(String transport) {
        JsonNode report = site.run(300, "--rate", "100", "--transport", transport)
                .expectExit(0)
                .json();

        assertThat(site.stats().maxOfferedInOneSecond()).isLessThanOrEqualTo(100);
        assertThat(report.get("rate").get("achieved").asDouble()).isBetween(30.0, 100.0);
        assertThat(report.get("seconds").asDouble()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void goesNoFasterThanTheAccountMay() {
        site.simulator.change("maxSendRate", 20);

        ChildProgram test = site.run(50, "--rate", "1000").expectExit(0);

        assertThat(test.err()).contains("SES allows this account 20 messages a second, not 1,000.");
        assertThat(test.json().get("rate").get("most").asDouble()).isEqualTo(20);
        assertThat(site.stats().throttled()).isZero();
    }

    @Test
    void sendsNoMoreThanTheDailyQuotaLeaves() {
        site.simulator.change("max24HourSend", 30);

        ChildProgram test = site.run(100, "--transport", "single").expectExit(3);
        assertThat(test.err()).contains("The account's 24 hour quota has room for 30 of 100 messages");
        assertThat(test.json().get("state").asString()).isEqualTo("LIMITED");
        assertThat(test.json().get("messages").get("tried").asInt()).isEqualTo(30);

        ChildProgram another = site.run(100).expectExit(3);
        assertThat(another.json().get("messages").get("tried").asInt()).isZero();
        assertThat(site.stats().accepted()).isEqualTo(30);
        assertThat(site.stats().refused()).isZero();
    }

    @Test
    void measuresHowLongSesTakes() {
        site.simulator.change("latency", 150);

        JsonNode latency = site.run(20, "--transport", "single", "--threads", "4")
                .expectExit(0)
                .json()
                .get("requests")
                .get("latency")
                .get("accepted");

        assertThat(latency.get("requests").asInt()).isEqualTo(20);
        assertThat(latency.get("p50").asDouble()).isBetween(150.0, 1_000.0);
        assertThat(latency.get("max").asDouble())
                .isGreaterThanOrEqualTo(latency.get("p99").asDouble());
    }

    @Test
    void goesOnInTheSandboxWhichTakesMailToTheMailboxSimulator() {
        site.simulator.change("productionAccess", false);

        site.run(5).expectExit(0);

        assertThat(site.stats().accepted()).isEqualTo(5);
    }
}
