package dev.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntry;
import software.amazon.awssdk.services.sesv2.model.BulkEmailStatus;

class SesSimulatorIntegrationTests {

    private SesSimulator simulator;
    private SesV2Client client;

    @BeforeEach
    void start() {
        simulator = SesSimulator.start(SimulatorOptions.defaults());
        client = SesV2Client.builder()
                .endpointOverride(simulator.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void countsWhatItTook() {
        String id = client.sendEmail(request -> request.fromEmailAddress("a@example.com")
                        .destination(to -> to.toAddresses("b@example.com"))
                        .content(content -> content.simple(simple -> simple.subject(s -> s.data("Hello"))
                                .body(body -> body.html(html -> html.data("<p>Hi</p>"))))))
                .messageId();
        assertThat(id).isNotBlank();
        var results = client.sendBulkEmail(request -> request.fromEmailAddress("a@example.com")
                        .defaultContent(content -> content.template(template -> template.templateContent(inline ->
                                        inline.subject("{{s}}").html("{{h}}").text("{{t}}"))
                                .templateData("{}")))
                        .bulkEmailEntries(entries(3)))
                .bulkEmailEntryResults();
        assertThat(results).hasSize(3).allMatch(result -> result.status() == BulkEmailStatus.SUCCESS);
        assertThat(simulator.stats()).isEqualTo(new SimulatorStats(4, 0, 0, 4));
        assertThat(client.getAccount(request -> {}).sendQuota().sentLast24Hours())
                .isEqualTo(4.0);
    }

    private static List<BulkEmailEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> BulkEmailEntry.builder()
                        .destination(to -> to.toAddresses("r" + i + "@example.com"))
                        .replacementEmailContent(content -> content.replacementTemplate(
                                template -> template.replacementTemplateData("{\"s\":\"S\",\"h\":\"H\",\"t\":\"T\"}")))
                        .build())
                .toList();
    }
}
