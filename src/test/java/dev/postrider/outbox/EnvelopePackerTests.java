package dev.postrider.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import dev.postrider.template.RenderedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class EnvelopePackerTests {

    private static final RunId RUN = new RunId("weekly-loyalty@20260105T090000Z");
    private static final DataSize LIMIT = DataSize.ofKilobytes(900);

    private final JsonMapper json = new JsonMapper();

    private static List<EnvelopeBatch> pack(List<Envelope> envelopes, int batchSize) {
        OutboxSettings settings = new OutboxSettings(
                100, DataSize.ofMegabytes(1), batchSize, LIMIT, Duration.ofMinutes(5), Duration.ofMinutes(5));
        return new EnvelopePacker(settings).pack(RUN, "a@example.com", null, envelopes);
    }

    private static List<Integer> sizes(List<EnvelopeBatch> batches) {
        return batches.stream().map(EnvelopeBatch::size).toList();
    }

    @Test
    void packsByCountAndKeepsTheOrder() {
        List<Envelope> envelopes = SampleEnvelopes.envelopes(0, 120, "<p>Hi</p>");

        List<EnvelopeBatch> batches = pack(envelopes, 50);

        assertThat(sizes(batches)).containsExactly(50, 50, 20);
        assertThat(batches.stream().flatMap(batch -> batch.envelopes().stream()))
                .isEqualTo(envelopes);
    }

    @Test
    void packsNoMoreThanTheBatchSize() {
        List<Envelope> envelopes = SampleEnvelopes.envelopes(0, 5, "<p>Hi</p>");

        assertThat(sizes(pack(envelopes, 2))).containsExactly(2, 2, 1);
        assertThat(sizes(pack(envelopes, 1))).containsExactly(1, 1, 1, 1, 1);
        assertThat(pack(List.of(), 2)).isEmpty();
    }

    @Test
    void packsByTheBytesOfTheRequest() {
        String quotes = "\"".repeat(10_000);

        List<EnvelopeBatch> batches = pack(SampleEnvelopes.envelopes(0, 50, quotes), 50);

        assertThat(sizes(batches)).containsExactly(22, 22, 6);
        assertThat(batches).allSatisfy(batch -> assertThat(request(batch)).isLessThan((int) LIMIT.toBytes()));
    }

    @Test
    void aMessageTooLargeForABulkRequestGoesAlone() {
        List<Envelope> envelopes = Stream.of("a", "b".repeat(270_000), "c", "d", "e".repeat(2_000_000))
                .map(html -> SampleEnvelopes.envelope(1, html))
                .toList();

        assertThat(sizes(pack(envelopes, 50))).containsExactly(1, 1, 2, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "\"quoted\" \\ text", "line\r\n\tline", "\u0001\u001f", "ça €5 🎰", "ÿ\"ÿ\"ÿ\\ÿ\n"})
    void countsNoFewerBytesThanTheRequestHas(String piece) {
        for (int length = 0; length < 40; length++) {
            String text = piece.repeat(8).substring(0, Math.min(length, piece.length() * 8));
            String escapedTwice = json.writeValueAsString(json.writeValueAsString(text));

            assertThat(RequestSize.escaped(RenderedText.of(text)))
                    .isGreaterThanOrEqualTo(escapedTwice.getBytes(java.nio.charset.StandardCharsets.UTF_8).length - 6);
        }
    }

    /** Bytes of a request as SES takes it: the data of the inline template is JSON within JSON. */
    private int request(EnvelopeBatch batch) {
        List<Object> entries = new ArrayList<>();
        for (Envelope envelope : batch.envelopes()) {
            String data = json.writeValueAsString(Map.of(
                    "subject",
                    envelope.subject(),
                    "html",
                    envelope.html().toString(),
                    "text",
                    envelope.text().toString()));
            entries.add(Map.of(
                    "Destination",
                    Map.of("ToAddresses", List.of(envelope.email())),
                    "ReplacementEmailContent",
                    Map.of("ReplacementTemplate", Map.of("ReplacementTemplateData", data)),
                    "ReplacementHeaders",
                    List.of(Map.of("Name", "List-Unsubscribe", "Value", "<" + envelope.unsubscribeUrl() + ">")),
                    "ReplacementTags",
                    List.of(Map.of(
                            "Name", "recipient", "Value", envelope.recipient().value()))));
        }
        return json.writeValueAsBytes(Map.of("BulkEmailEntries", entries)).length;
    }
}
