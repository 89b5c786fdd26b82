package dev.postrider.bench;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntry;
import software.amazon.awssdk.services.sesv2.model.BulkEmailStatus;
import software.amazon.awssdk.services.sesv2.model.Destination;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendBulkEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendBulkEmailResponse;
import tools.jackson.databind.json.JsonMapper;

/** Sends as the SDK's documentation shows it, on connections that are kept open. Thread-safe. */
@Lazy
@Component
final class SdkSender implements AutoCloseable {

    private static final String FROM = "bench@mail.example.com";
    private static final String REPLY_TO = "support@example.com";

    private final JsonMapper json = JsonMapper.shared();
    private final SesV2Client ses;

    SdkSender(@Value("${postrider.ses.endpoint}") URI endpoint, SideBySide threads) {
        this.ses = SesV2Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .httpClient(ApacheHttpClient.builder()
                        .maxConnections(threads.threads())
                        .build())
                .build();
    }

    void send(BenchMail.Mail mail) {
        ses.sendEmail(request -> request.fromEmailAddress(FROM)
                .replyToAddresses(REPLY_TO)
                .destination(to(mail))
                .emailTags(tags(mail))
                .content(content -> content.simple(simple -> simple.subject(
                                s -> s.data(mail.message().subject()))
                        .body(body -> body.html(
                                        h -> h.data(mail.message().html().toString()))
                                .text(t -> t.data(mail.message().text().toString())))
                        .headers(headers(mail)))));
    }

    SendBulkEmailRequest bulk(List<BenchMail.Mail> mails) {
        return SendBulkEmailRequest.builder()
                .fromEmailAddress(FROM)
                .replyToAddresses(REPLY_TO)
                .defaultContent(content -> content.template(template -> template.templateContent(parts ->
                                parts.subject("{{subject}}").html("{{html}}").text("{{text}}"))
                        .templateData("{}")))
                .bulkEmailEntries(mails.stream().map(this::entry).toList())
                .build();
    }

    private BulkEmailEntry entry(BenchMail.Mail mail) {
        String data = json.writeValueAsString(Map.of(
                "subject", mail.message().subject(),
                "html", mail.message().html().toString(),
                "text", mail.message().text().toString()));
        return BulkEmailEntry.builder()
                .destination(to(mail))
                .replacementTags(tags(mail))
                .replacementHeaders(headers(mail))
                .replacementEmailContent(
                        content -> content.replacementTemplate(template -> template.replacementTemplateData(data)))
                .build();
    }

    void send(SendBulkEmailRequest request) {
        SendBulkEmailResponse response = ses.sendBulkEmail(request);
        boolean all =
                response.bulkEmailEntryResults().stream().allMatch(entry -> entry.status() == BulkEmailStatus.SUCCESS);
        if (!all) {
            throw new BenchFailed("SES did not take a message");
        }
    }

    private static Destination to(BenchMail.Mail mail) {
        return Destination.builder().toAddresses(mail.email()).build();
    }

    private static MessageTag tags(BenchMail.Mail mail) {
        return MessageTag.builder()
                .name("recipient")
                .value(mail.recipient().value())
                .build();
    }

    private static List<MessageHeader> headers(BenchMail.Mail mail) {
        return List.of(
                header("List-Unsubscribe", "<" + mail.unsubscribeUrl() + ">"),
                header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }

    @Override
    public void close() {
        ses.close();
    }
}
