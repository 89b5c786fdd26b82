package dev.postrider.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntry;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntryResult;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator with the real SDK pointed at it, retries off, and a plain client for its own pages. */
final class SimulatedSes implements AutoCloseable {

    static final String SENDER = "rewards@mail.example.com";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    final SesSimulator simulator;
    final SesV2Client client;

    SimulatedSes(SimulatorOptions options, Clock clock) {
        simulator = SesSimulator.start(options, clock);
        client = SesV2Client.builder()
                .endpointOverride(simulator.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(Duration.ofSeconds(2)))
                .overrideConfiguration(config ->
                        config.retryStrategy(RetryMode.STANDARD).retryStrategy(retries -> retries.maxAttempts(1)))
                .build();
    }

    SimulatedSes(SimulatorOptions options) {
        this(options, Clock.systemUTC());
    }

    String send(String to) {
        return send(to, message -> {});
    }

    String send(String to, Consumer<SendEmailRequest.Builder> change) {
        SendEmailRequest.Builder message = SendEmailRequest.builder()
                .fromEmailAddress(SENDER)
                .destination(destination -> destination.toAddresses(to))
                .content(content -> content.simple(simple -> simple.subject(subject -> subject.data("Hello"))
                        .body(body -> body.html(html -> html.data("<p>Hi</p>")).text(text -> text.data("Hi")))));
        change.accept(message);
        return client.sendEmail(message.build()).messageId();
    }

    List<BulkEmailEntryResult> sendBulk(List<String> to) {
        return client.sendBulkEmail(bulk -> bulk.fromEmailAddress(SENDER)
                        .defaultContent(content -> content.template(
                                template -> template.templateContent(inline -> inline.subject("{{subject}}")
                                                .html("{{html}}")
                                                .text("{{text}}"))
                                        .templateData("{}")))
                        .bulkEmailEntries(to.stream().map(SimulatedSes::entry).toList()))
                .bulkEmailEntryResults();
    }

    static List<String> addresses(int count) {
        return IntStream.range(0, count).mapToObj(i -> "r" + i + "@example.com").toList();
    }

    private static BulkEmailEntry entry(String to) {
        return BulkEmailEntry.builder()
                .destination(destination -> destination.toAddresses(to))
                .replacementTags(
                        MessageTag.builder().name("recipient").value("42").build())
                .replacementHeaders(MessageHeader.builder()
                        .name("List-Unsubscribe")
                        .value("<https://example.com/u/1>")
                        .build())
                .replacementEmailContent(
                        content -> content.replacementTemplate(template -> template.replacementTemplateData(
                                "{\"subject\":\"Hello\",\"html\":\"<p>Hi</p>\",\"text\":\"Hi\"}")))
                .build();
    }

    JsonNode get(String path) {
        return json.readTree(exchange(HttpRequest.newBuilder(uri(path))).body());
    }

    HttpResponse<String> post(String path, String body) {
        return exchange(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return simulator.endpoint().resolve(path);
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
    }
}
