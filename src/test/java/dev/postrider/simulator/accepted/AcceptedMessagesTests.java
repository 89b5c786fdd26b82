package dev.postrider.simulator.accepted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.SettableClock;
import dev.postrider.simulator.message.EmailMessage;
import dev.postrider.simulator.message.SendEmailParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AcceptedMessagesTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everyMessageIsInTheFileWhenItIsAccepted(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("record.jsonl"), "{\"earlier\":true}\n");
        try (AcceptedMessages accepted = accepted(file, 10, () -> 0)) {
            List<String> ids =
                    accepted.accept(List.of(message("b@example.com"), message("bounce@simulator.amazonses.com")));
            List<JsonNode> lines =
                    Files.readAllLines(file).stream().map(JSON::readTree).toList();
            assertThat(lines).hasSize(3);
            JsonNode first = lines.get(1);
            assertThat(first.get("messageId").asString()).isEqualTo(ids.get(0));
            assertThat(first.get("time").asString()).isEqualTo("2026-11-24T09:00:00Z");
            assertThat(first.at("/to/0").asString()).isEqualTo("b@example.com");
            assertThat(first.at("/tags/run").asString()).isEqualTo("r1");
            assertThat(first.at("/headers/X-A").asString()).isEqualTo("1");
            assertThat(first.get("subject").asString()).isEqualTo("Hi");
            assertThat(first.at("/sizes/html").asInt()).isEqualTo(9);
            assertThat(first.at("/sizes/text").asInt()).isZero();
            assertThat(first.get("outcome").asString()).isEqualTo("delivery");
            assertThat(lines.get(2).get("outcome").asString()).isEqualTo("bounce");
        }
    }

    @Test
    void pagesThroughWhatIsKept() {
        try (AcceptedMessages accepted = accepted(null, 5, () -> 0)) {
            IntStream.range(0, 8).forEach(i -> accepted.accept(List.of(message("r" + i + "@example.com"))));
            JsonNode page = page(accepted, 0, 2);
            assertThat(page.get("from").asLong()).isEqualTo(3);
            assertThat(page.get("next").asLong()).isEqualTo(5);
            assertThat(page.get("total").asLong()).isEqualTo(8);
            assertThat(page.at("/messages/0/to/0").asString()).isEqualTo("r3@example.com");
            assertThat(page(accepted, 5, 100).get("messages")).hasSize(3);
            assertThat(page(accepted, 99, 100).get("messages")).isEmpty();
        }
    }

    @Test
    void keepsAsManyBodiesAsItIsToldTo() {
        try (AcceptedMessages accepted = accepted(null, 5, () -> 2)) {
            List<String> ids = accepted.accept(
                    List.of(message("a@example.com"), message("b@example.com"), message("c@example.com")));
            assertThat(accepted.body(ids.get(0))).isEmpty();
            assertThat(accepted.body(ids.get(2)))
                    .hasValueSatisfying(body -> assertThat(body.html()).isEqualTo("<p>ü</p>"));
        }
    }

    private static AcceptedMessages accepted(@Nullable Path file, int keep, IntSupplier bodies) {
        return new AcceptedMessages(
                new SettableClock(Instant.parse("2026-11-24T09:00:00Z")),
                new MessageOutcomes(address -> false),
                file,
                keep,
                bodies);
    }

    private static JsonNode page(AcceptedMessages accepted, long from, int size) {
        return JSON.readTree(accepted.page(from, size));
    }

    private static EmailMessage message(String to) {
        byte[] json = """
                {"FromEmailAddress": "a@example.com", "Destination": {"ToAddresses": ["%s"]},
                 "EmailTags": [{"Name": "run", "Value": "r1"}],
                 "Content": {"Simple": {"Subject": {"Data": "Hi"}, "Headers": [{"Name": "X-A", "Value": "1"}],
                                        "Body": {"Html": {"Data": "<p>ü</p>"}}}}}""".formatted(to).getBytes(StandardCharsets.UTF_8);
        return SendEmailParser.parse(json, 0, json.length);
    }
}
