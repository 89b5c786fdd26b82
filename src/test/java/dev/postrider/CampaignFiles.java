package dev.postrider;

import dev.postrider.simulator.SesSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What tests in this process send campaigns with: a template {@code loyalty}, recipients {@code r0} and so on. */
public record CampaignFiles(Path folder) {

    /** What the program has to be told besides its stores. */
    public void register(DynamicPropertyRegistry registry, SesSimulator simulator) {
        registry.add("postrider.ses.endpoint", () -> simulator.endpoint().toString());
        registry.add("postrider.ses.region", () -> "eu-west-1");
        registry.add("postrider.public-url", () -> "https://mail.example.com");
        registry.add("postrider.consent.keys", () -> "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        registry.add("postrider.jobs-dir", () -> folder.resolve("jobs"));
        registry.add("postrider.templates-dir", () -> folder.resolve("templates"));
    }

    public void writeTemplate() throws IOException {
        write("templates/loyalty/subject.ftl", "Coins for you");
        write("templates/loyalty/body.ftlh", "<p>Hello <a href=\"${unsubscribeUrl}\">Unsubscribe</a></p>");
        writeSample("{\"recipient\": {\"email\": \"sample@example.com\", \"firstName\": \"Sample\"}}");
    }

    public void writeSample(String json) throws IOException {
        write("templates/loyalty/sample.json", json);
    }

    /** @param keys further lines of the file */
    public void writeCampaign(String campaign, String keys) throws IOException {
        write("jobs/" + campaign + ".yml", """
                campaign: %s
                from: "Lucky Reels <rewards@mail.example.com>"
                template: loyalty
                segment: {}
                %s
                """.formatted(campaign, keys));
    }

    public void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    public static List<Document> recipients(int count) {
        return recipients(0, count);
    }

    /** From this number up to another. */
    public static List<Document> recipients(int from, int to) {
        return IntStream.range(from, to).mapToObj(CampaignFiles::recipient).toList();
    }

    private static Document recipient(int number) {
        String address = "r" + number + "@example.com";
        return new Document("_id", "r" + number)
                .append("number", number)
                .append("email", address)
                .append("address", address)
                .append("subscription", "SUBSCRIBED")
                .append("firstName", "Player" + number)
                .append("friends", List.of())
                .append("attributes", new Document());
    }
}
