package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntry;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Our requests are written by hand: the SDK's own client must say the same. */
class SdkConformanceTests {

    private static final String FROM = "\"Lucky Reels\" <rewards@mail.example.com>";

    private final JsonMapper json = JsonMapper.shared();
    private final EnvelopeBatch batch = SampleBatch.of(2);

    @Test
    void aSingleSendIsWhatTheSdkWouldWrite() throws IOException {
        try (ScriptedSes ses = answering("{\"MessageId\":\"m\"}");
                TestSes ours = TestSes.at(ses.endpoint());
                SesV2Client sdk = sdk(ses)) {
            Envelope envelope = batch.envelopes().get(0);
            ours.single.send(batch, Instant.now());
            sdk.sendEmail(request -> request.fromEmailAddress(FROM)
                    .replyToAddresses("support@example.com")
                    .destination(to -> to.toAddresses(envelope.email()))
                    .content(content -> content.simple(simple -> simple.subject(utf8(envelope.subject()))
                            .body(body -> body.html(utf8(envelope.html().toString()))
                                    .text(utf8(envelope.text().toString())))
                            .headers(headers(envelope))))
                    .emailTags(tags(envelope)));

            assertSame(ses.requests.get(0), ses.requests.get(ses.requests.size() - 1));
        }
    }

    @Test
    void aBulkSendIsWhatTheSdkWouldWrite() throws IOException {
        try (ScriptedSes ses = answering("{\"BulkEmailEntryResults\":[]}");
                TestSes ours = TestSes.at(ses.endpoint());
                SesV2Client sdk = sdk(ses)) {
            ours.bulk.send(batch, Instant.now());
            sdk.sendBulkEmail(request -> request.fromEmailAddress(FROM)
                    .replyToAddresses("support@example.com")
                    .defaultContent(content -> content.template(template -> template.templateData("{}")
                            .templateContent(inline -> inline.subject("{{subject}}")
                                    .html("{{html}}")
                                    .text("{{text}}"))))
                    .bulkEmailEntries(
                            batch.envelopes().stream().map(this::entry).toList()));

            assertSame(ses.requests.get(0), ses.requests.get(1));
        }
    }

    private BulkEmailEntry entry(Envelope envelope) {
        ObjectNode data = json.createObjectNode()
                .put("subject", envelope.subject())
                .put("html", envelope.html().toString())
                .put("text", envelope.text().toString());
        return BulkEmailEntry.builder()
                .destination(to -> to.toAddresses(envelope.email()))
                .replacementEmailContent(content ->
                        content.replacementTemplate(template -> template.replacementTemplateData(data.toString())))
                .replacementHeaders(headers(envelope))
                .replacementTags(tags(envelope))
                .build();
    }

    private void assertSame(ScriptedSes.Request ours, ScriptedSes.Request sdks) {
        assertThat(json.readTree(ours.body())).isEqualTo(json.readTree(sdks.body()));
        assertThat(firstLine(ours)).isEqualTo(firstLine(sdks));
        assertThat(ours.head().toLowerCase(Locale.ROOT))
                .contains("content-type: application/json\r\n", "\r\nhost: 127.0.0.1:", "\r\nx-amz-date: ")
                .contains("/us-east-1/ses/aws4_request");
        assertThat(sdks.head().toLowerCase(Locale.ROOT)).contains("content-type: application/json\r\n");
    }

    private static String firstLine(ScriptedSes.Request request) {
        return request.head().lines().findFirst().orElseThrow();
    }

    private static Content utf8(String text) {
        return Content.builder().data(text).charset("UTF-8").build();
    }

    private static MessageHeader[] headers(Envelope envelope) {
        return new MessageHeader[] {
            MessageHeader.builder()
                    .name("List-Unsubscribe")
                    .value("<" + envelope.unsubscribeUrl() + ">")
                    .build(),
            MessageHeader.builder()
                    .name("List-Unsubscribe-Post")
                    .value("List-Unsubscribe=One-Click")
                    .build()
        };
    }

    private static MessageTag[] tags(Envelope envelope) {
        return new MessageTag[] {
            tag("run", "d2Vla2x5LWxveWFsdHlAMjAyNjExMjRUMDkwMDAwWg"),
            tag("campaign", "weekly-loyalty"),
            tag("recipient", MessageTags.encode(envelope.recipient().value()))
        };
    }

    private static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }

    private static ScriptedSes answering(String body) throws IOException {
        return new ScriptedSes((connection, ses) -> {
            while (!connection.isClosed()) {
                ses.read(connection);
                ScriptedSes.answer(connection, 200, body);
            }
        });
    }

    private static SesV2Client sdk(ScriptedSes ses) {
        return SesV2Client.builder()
                .endpointOverride(ses.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }
}
