package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.outbox.Envelope;
import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The delivery room's side of SES on a simulator, which says what was really taken. */
final class SimulatedAccount implements AutoCloseable {

    private static final Map<String, String> PERMITS = Map.of("postrider.limits.permit-validity", "1m");

    private final JsonMapper json = JsonMapper.shared();
    final SesSimulator simulator;
    final TestSes ses;
    final TestSes impatient;

    SimulatedAccount(SimulatorOptions options) {
        this(options, Clock.systemUTC());
    }

    SimulatedAccount(SimulatorOptions options, Clock clock) {
        simulator = SesSimulator.start(options, clock);
        ses = TestSes.at(simulator.endpoint(), clock, PERMITS);
        Map<String, String> impatience = new HashMap<>(PERMITS);
        impatience.put("postrider.ses.socket-timeout", "1s");
        impatient = TestSes.at(simulator.endpoint(), clock, impatience);
    }

    long accepted() {
        return simulator.stats().accepted();
    }

    /** As recorded, in the order in which they were taken. */
    List<JsonNode> messages() {
        JsonNode answer = get("/simulator/messages");
        return (answer.isArray() ? answer : answer.get("messages"))
                .valueStream()
                .toList();
    }

    JsonNode body(JsonNode message) {
        return get("/simulator/messages/" + message.get("messageId").stringValue());
    }

    void assertTagsAndHeaders(JsonNode message, Envelope envelope) {
        JsonNode tags = message.get("tags");
        assertThat(MessageTags.decode(tags.get("run").stringValue())).contains(SampleBatch.RUN.value());
        assertThat(MessageTags.decode(tags.get("recipient").stringValue()))
                .contains(envelope.recipient().value());
        assertThat(tags.get("campaign").stringValue()).isEqualTo("weekly-loyalty");
        assertThat(message.get("headers").get("List-Unsubscribe").stringValue())
                .isEqualTo("<" + envelope.unsubscribeUrl() + ">");
        assertThat(message.get("headers").get("List-Unsubscribe-Post").stringValue())
                .isEqualTo("List-Unsubscribe=One-Click");
    }

    private JsonNode get(String path) {
        try (InputStream answer = simulator.endpoint().resolve(path).toURL().openStream()) {
            return json.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ses.close();
        impatient.close();
        simulator.close();
    }
}
