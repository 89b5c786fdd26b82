package dev.postrider.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.simulator.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SendEmailParserTests {

    private static final String SIMPLE = """
            {"FromEmailAddress": "Reels <a@example.com>", "Future": {"x": [1, {}]},
             "Destination": {"ToAddresses": ["b@example.com"], "CcAddresses": ["c@example.com"]},
             "ConfigurationSetName": "events",
             "EmailTags": [{"Name": "run", "Value": "weekly_1"}],
             "Content": {"Simple": {"Subject": {"Data": "Grüße"}, "Headers": [%s],
                                    "Body": {"Html": {"Data": "<p>ü</p>"}, "Text": {"Data": "ü"}}}}}""";

    @Test
    void readsASimpleMessage() {
        EmailMessage message = parse(SIMPLE.formatted("{\"Name\": \"X-A\", \"Value\": \"1\"}"));
        assertThat(message.from()).isEqualTo("Reels <a@example.com>");
        assertThat(message.destination().addresses()).containsExactly("b@example.com", "c@example.com");
        assertThat(message.tags()).containsEntry("run", "weekly_1");
        assertThat(message.headers()).containsEntry("x-a", "1");
        assertThat(message.configurationSet()).isEqualTo("events");
        assertThat(message.content()).isEqualTo(Content.of("Grüße", "<p>ü</p>", "ü"));
    }

    @Test
    void readsARawMessageWithItsRecipients() {
        String mime =
                "From: a@example.com\r\nTo: \"B, b\" <b@example.com>,\r\n c@example.com\r\nSubject: Hi\r\nX-A: 1\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>\r\n\r\n</p>";
        EmailMessage message = parse("{\"Content\":{\"Raw\":{\"Data\":\""
                + Base64.getEncoder().encodeToString(mime.getBytes(StandardCharsets.UTF_8)) + "\"}}}");
        assertThat(message.from()).isEqualTo("a@example.com");
        assertThat(message.destination().to()).containsExactly("\"B, b\" <b@example.com>", "c@example.com");
        assertThat(message.headers()).containsEntry("X-A", "1");
        assertThat(message.content()).isEqualTo(Content.of("Hi", "<p>\r\n\r\n</p>", ""));
    }

    @Test
    void rendersAnInlineTemplateWhateverTheOrderOfItsFields() {
        EmailMessage message = parse("""
                {"Content": {"Template": {"TemplateData": "{\\"who\\": {\\"name\\": \\"Ada\\"}, \\"n\\": 3}",
                             "TemplateContent": {"Subject": "For {{who.name}}", "Html": "{{n}}"}}},
                 "Destination": {"ToAddresses": ["b@example.com"]}, "FromEmailAddress": "a@example.com"}""");
        assertThat(message.content()).isEqualTo(Content.of("For Ada", "3", ""));
    }

    @Test
    void aMissingVariableIsAcceptedAndNoted() {
        EmailMessage message = parse("""
                {"Content": {"Template": {"TemplateContent": {"Subject": "{{absent}}", "Html": "h"}}},
                 "Destination": {"ToAddresses": ["b@example.com"]}, "FromEmailAddress": "a@example.com"}""");
        assertThat(message.content().renderingFailure())
                .isEqualTo("Attribute 'absent' is not present in the rendering data.");
    }

    @Test
    void refusesMoreThan50Recipients() {
        assertRefused(() -> parse(to(51)), "Recipient count exceeds 50.");
        assertThat(parse(to(50)).destination().size()).isEqualTo(50);
        assertRefused(() -> parse(to(0)), "Missing required header 'To'.");
    }

    @Test
    void refusesHeadersThatSesSetsItselfOrThatBreakItsRules() {
        assertRefused(() -> parse(SIMPLE.formatted(header("Reply-To", "x"))), "not allowed as a custom header");
        assertRefused(() -> parse(SIMPLE.formatted(header("X Y", "x"))), "Invalid header name");
        assertRefused(() -> parse(SIMPLE.formatted(header("X-Y", "a\\r\\nBcc: z"))), "Invalid value of header");
        assertRefused(() -> parse(SIMPLE.formatted(header("X-Y", "x".repeat(994)))), "Invalid value of header");
        String sixteen =
                IntStream.range(0, 16).mapToObj(i -> header("X-" + i, "v")).collect(Collectors.joining(","));
        assertRefused(() -> parse(SIMPLE.formatted(sixteen)), "headers exceeds 15");
    }

    @Test
    void refusesTagsWithOtherCharacters() {
        assertRefused(() -> parse(SIMPLE.replace("weekly_1", "weekly@1").formatted("")), "Invalid message tag value");
        assertRefused(
                () -> parse(
                        SIMPLE.replace("\"run\"", "\"" + "r".repeat(257) + "\"").formatted("")),
                "Invalid message tag name");
    }

    @Test
    void refusesMessagesAndRequestsThatAreTooLong() {
        String simple = SIMPLE.formatted("");
        assertRefused(() -> parse(simple.replace("<p>ü</p>", "x".repeat(41 << 20))), "Message length is more than");
        String template = """
                {"FromEmailAddress": "a@example.com", "Destination": {"ToAddresses": ["b@example.com"]},
                 "Content": {"Template": {"TemplateContent": {"Subject": "s", "Html": "%s"}}}}""";
        assertThat(parse(template.formatted("x".repeat(1_000_000))).content().html())
                .hasSize(1_000_000);
        assertRefused(() -> parse(template.formatted("x".repeat(1 << 20))), "exceeds 1 MB");
    }

    @Test
    void refusesStoredTemplatesOfWhichThereAreNone() {
        assertThatThrownBy(() -> parse("{\"Content\":{\"Template\":{\"TemplateName\":\"t\"}}}"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));
    }

    @Test
    void refusesWhatIsNoJsonOfThisShape() {
        for (String body : new String[] {
            "",
            "[]",
            "{\"Content\":1}",
            "{\"Content\":{}",
            SIMPLE.formatted("") + " {}",
            "{\"Content\":{\"Raw\":{\"Data\":\"*\"}}}"
        }) {
            assertThatThrownBy(() -> parse(body))
                    .as(body)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("SerializationException"));
        }
    }

    private static String to(int recipients) {
        String addresses = IntStream.range(0, recipients)
                .mapToObj(i -> "\"r" + i + "@example.com\"")
                .collect(Collectors.joining(","));
        return SIMPLE.formatted("").replace("\"b@example.com\"", addresses).replace("\"c@example.com\"", "");
    }

    private static String header(String name, String value) {
        return "{\"Name\": \"" + name + "\", \"Value\": \"" + value + "\"}";
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessageContaining(message);
    }

    private static EmailMessage parse(String json) {
        byte[] bytes = ("##" + json).getBytes(StandardCharsets.UTF_8);
        return SendEmailParser.parse(bytes, 2, bytes.length - 2);
    }
}
