package dev.postrider.proof;

import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An SES simulator that records what it takes, and the files of campaigns. */
final class ProofSite implements AutoCloseable {

    private final Path folder;
    private final Path record;
    private final SesSimulator simulator;

    ProofSite() {
        this.folder = temporaryFolder();
        this.record = folder.resolve("accepted.jsonl");
        this.simulator = SesSimulator.start(SimulatorOptions.defaults().withRecordFile(record));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("proof");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void register(DynamicPropertyRegistry registry) {
        registry.add("postrider.ses.endpoint", () -> simulator.endpoint().toString());
        registry.add("postrider.ses.region", () -> "eu-west-1");
        registry.add("postrider.public-url", () -> "https://mail.example.com");
        registry.add("postrider.consent.keys", () -> "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        registry.add("postrider.jobs-dir", () -> folder.resolve("jobs"));
        registry.add("postrider.templates-dir", () -> folder.resolve("templates"));
    }

    void change(String setting, Object value) {
        simulator.change(setting, value);
    }

    void writeTemplate() throws IOException {
        write("templates/loyalty/subject.ftl", "Coins for ${recipient.firstName}");
        write("templates/loyalty/body.ftlh", "<p>Hello <a href=\"${unsubscribeUrl}\">Unsubscribe</a></p>");
        writeSample("{\"recipient\": {\"email\": \"sample@example.com\", \"firstName\": \"Sample\"}}");
    }

    void writeSample(String json) throws IOException {
        write("templates/loyalty/sample.json", json);
    }

    /** @param keys further lines of the file */
    void writeCampaign(String campaign, String keys) throws IOException {
        write("jobs/" + campaign + ".yml", """
                campaign: %s
                from: "Lucky Reels <rewards@mail.example.com>"
                template: loyalty
                segment: {}
                %s
                """.formatted(campaign, keys));
    }

    static List<Document> recipients(int count) {
        return IntStream.range(0, count).mapToObj(ProofSite::recipient).toList();
    }

    private static Document recipient(int number) {
        String address = "r" + number + "@example.com";
        return new Document("_id", "r" + number)
                .append("email", address)
                .append("address", address)
                .append("subscription", "SUBSCRIBED")
                .append("firstName", "Player" + number)
                .append("friends", List.of())
                .append("attributes", new Document());
    }

    /** What SES took of a campaign, in that order. */
    List<JsonNode> messages(String campaign) throws IOException {
        return Files.exists(record)
                ? Files.readAllLines(record).stream()
                        .map(JsonMapper.shared()::readTree)
                        .filter(message ->
                                message.get("tags").get("campaign").asString().equals(campaign))
                        .toList()
                : List.of();
    }

    /** SES's event that the message bounced for good. */
    static String bounce(JsonNode message) {
        String tags = message.get("tags").properties().stream()
                .map(tag -> "\"" + tag.getKey() + "\": [\"" + tag.getValue().asString() + "\"]")
                .reduce((left, right) -> left + ", " + right)
                .orElseThrow();
        String to = message.get("to").get(0).asString();
        return """
                {"eventType": "Bounce", "mail": {"destination": ["%s"], "tags": {%s}}, \
                "bounce": {"bounceType": "Permanent", "bounceSubType": "General", "bouncedRecipients": [{"emailAddress": "%s"}]}}
                """.formatted(to, tags, to);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    @Override
    public void close() throws IOException {
        simulator.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
