package dev.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ControlIntegrationTests {

    private final SimulatedSes ses = new SimulatedSes(SimulatorOptions.defaults());

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void showsItsStats() {
        ses.send("a@example.com");
        assertThat(ses.get("/simulator/stats").toString())
                .isEqualTo("{\"accepted\":1,\"refused\":0,\"throttled\":0,\"maxRecipientsInOneSecond\":1,"
                        + "\"maxOfferedInOneSecond\":1}");
    }

    @Test
    void settingsAreChangedAndShown() {
        HttpResponse<String> answer = ses.post(
                "/simulator/settings",
                "{\"maxSendRate\": 5, \"latency\": 20, \"verifiedIdentities\": [\"a.example\"]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode settings = ses.get("/simulator/settings");
        assertThat(settings.get("maxSendRate").asInt()).isEqualTo(5);
        assertThat(settings.get("latency").asInt()).isEqualTo(20);
        assertThat(settings.get("verifiedIdentities")).hasSize(1);
    }

    @Test
    void wrongSettingsAreNamed() {
        HttpResponse<String> answer = ses.post("/simulator/settings", "{\"maxRate\": 5}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unknown setting maxRate");
        assertThat(ses.post("/simulator/settings", "[").body()).contains("no JSON object");
    }

    @Test
    void bodiesAreShownWhereTheyAreKept() {
        String before = ses.send("a@example.com");
        ses.simulator.change("keepBodies", 1);
        String after = ses.send("a@example.com");
        assertThat(ses.get("/simulator/messages/" + after).get("html").asString())
                .isEqualTo("<p>Hi</p>");
        assertThat(ses.get("/simulator/messages/" + before).get("message").asString())
                .contains("keepBodies");
    }

    @Test
    void unknownPagesAreNotFound() {
        assertThat(ses.get("/simulator/nothing").get("message").asString()).contains("GET /simulator/nothing");
        assertThat(ses.get("/simulator/messages?from=x").get("message").asString())
                .isEqualTo("from is not a number.");
    }
}
