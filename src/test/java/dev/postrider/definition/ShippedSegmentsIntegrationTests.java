package dev.postrider.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.postrider.embedded.TestStores;
import dev.postrider.recipient.Segment;
import dev.postrider.samples.SampleRecipients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("mongodb")
class ShippedSegmentsIntegrationTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int COUNT = 2_000;

    @Test
    void aGoodShareOfTheSampleRecipientsMatches(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("recipients.jsonl");
        new SampleRecipients(1, TODAY).generate(COUNT, file);
        ConnectionString uri = new ConnectionString(
                Objects.requireNonNull(TestStores.properties().get("spring.mongodb.uri")));
        try (var client = MongoClients.create(uri)) {
            MongoCollection<Document> recipients = client.getDatabase(Objects.requireNonNull(uri.getDatabase()))
                    .getCollection("recipients");
            recipients.insertMany(Files.readAllLines(file).stream()
                    .map(ShippedSegmentsIntegrationTests::recipient)
                    .toList());

            assertThat(matches("weekly-loyalty", recipients)).isBetween(COUNT / 4, COUNT / 2);
            assertThat(matches("we-miss-you", recipients)).isBetween(COUNT / 10, COUNT / 2);
        }
    }

    private static Document recipient(String json) {
        Document recipient = Document.parse(json);
        for (String field : new String[] {"signedUpAt", "lastActiveAt"}) {
            recipient.computeIfPresent(field, (name, text) -> Date.from(Instant.parse((String) text)));
        }
        return recipient;
    }

    private static int matches(String campaign, MongoCollection<Document> recipients) {
        CampaignDefinition definition = new Campaigns(new CampaignSettings(Path.of("jobs"))).get(campaign);
        Segment segment = Segment.of(definition.segment());
        return (int) recipients.countDocuments(segment.filter(TODAY, definition.zone()));
    }
}
