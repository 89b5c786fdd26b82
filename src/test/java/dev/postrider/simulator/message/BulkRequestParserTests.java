package dev.postrider.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.simulator.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkRequestParserTests {

    private static final String TEMPLATE = """
            {"Template": {"TemplateContent": {"Subject": "{{s}}", "Html": "{{h}}", "Text": "{{t}}"},
                          "TemplateData": "{\\"t\\": \\"common\\"}",
                          "Headers": [{"Name": "X-Common", "Value": "c"}, {"Name": "X-Both", "Value": "c"}]}}""";

    @Test
    void mergesEachEntryWithTheDefaults() {
        List<EmailMessage> messages = parse("\"DefaultContent\":" + TEMPLATE + ",\"BulkEmailEntries\":["
                + entry("b@example.com", "{\\\"s\\\":\\\"S\\\",\\\"h\\\":\\\"<p>\\\"}") + ","
                + entry("c@example.com", "{\\\"s\\\":\\\"S\\\",\\\"h\\\":\\\"\\\",\\\"t\\\":\\\"own\\\"}") + "]");
        EmailMessage first = messages.get(0);
        assertThat(first.content()).isEqualTo(Content.of("S", "<p>", "common"));
        assertThat(first.tags()).containsEntry("kind", "own").containsEntry("run", "r1");
        assertThat(first.headers()).containsEntry("X-Common", "c").containsEntry("X-Both", "own");
        assertThat(messages.get(1).content()).isEqualTo(Content.of("S", "", "own"));
        assertThat(messages.get(1).destination().to()).containsExactly("c@example.com");
    }

    @Test
    void readsEntriesThatComeBeforeTheTemplate() {
        List<EmailMessage> messages =
                parse("\"BulkEmailEntries\":[" + entry("b@example.com", "{\\\"s\\\":\\\"S\\\",\\\"h\\\":\\\"H\\\"}")
                        + "],\"DefaultContent\":" + TEMPLATE);
        assertThat(messages)
                .singleElement()
                .satisfies(message -> assertThat(message.content().html()).isEqualTo("H"));
    }

    @Test
    void oneMalformedAddressSpoilsTheCall() {
        assertRefused(
                "\"DefaultContent\":" + TEMPLATE + ",\"BulkEmailEntries\":[" + entry("b@example.com", "{}") + ","
                        + entry("nobody", "{}") + "]",
                "Missing final '@domain'");
    }

    @Test
    void takes50EntriesAtMost() {
        assertThat(parse(entries(50))).hasSize(50);
        assertRefused(entries(51), "1 to 50 entries");
        assertRefused("\"DefaultContent\":" + TEMPLATE + ",\"BulkEmailEntries\":[]", "1 to 50 entries");
    }

    @Test
    void refusesDataThatIsTooLongOrNoObject() {
        String tooLong = "{\\\"s\\\":\\\"" + "x".repeat(262_144) + "\\\"}";
        assertRefused(
                "\"DefaultContent\":" + TEMPLATE + ",\"BulkEmailEntries\":[" + entry("b@example.com", tooLong) + "]",
                "less than or equal to 262144 characters");
        assertRefused(
                "\"DefaultContent\":" + TEMPLATE + ",\"BulkEmailEntries\":[" + entry("b@example.com", "[1") + "]",
                "Invalid template data");
    }

    @Test
    void refusesARequestOverOneMegabyte() {
        assertRefused("\"Padding\":\"" + "x".repeat(1 << 20) + "\"", "exceeds 1 MB");
    }

    private static String entries(int count) {
        return "\"DefaultContent\":" + TEMPLATE + ",\"BulkEmailEntries\":["
                + (entry("b@example.com", "{}") + ",").repeat(count - 1) + entry("c@example.com", "{}") + "]";
    }

    private static String entry(String address, String data) {
        return """
                {"Destination": {"ToAddresses": ["%s"]},
                 "ReplacementTags": [{"Name": "kind", "Value": "own"}],
                 "ReplacementHeaders": [{"Name": "x-both", "Value": "own"}],
                 "ReplacementEmailContent": {"ReplacementTemplate": {"ReplacementTemplateData": "%s"}}}""".formatted(address, data);
    }

    private static void assertRefused(String fields, String message) {
        assertThatThrownBy(() -> parse(fields)).isInstanceOf(Refusal.class).hasMessageContaining(message);
    }

    private static List<EmailMessage> parse(String fields) {
        byte[] bytes =
                ("{\"FromEmailAddress\":\"a@example.com\",\"DefaultEmailTags\":[{\"Name\":\"run\",\"Value\":\"r1\"},"
                                + "{\"Name\":\"kind\",\"Value\":\"default\"}]," + fields + "}")
                        .getBytes(StandardCharsets.UTF_8);
        return BulkRequestParser.parse(bytes, 0, bytes.length);
    }
}
