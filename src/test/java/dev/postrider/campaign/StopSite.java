package dev.postrider.campaign;

import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/** An SES simulator, the files of campaigns, and recipients {@code r0} and so on. */
final class StopSite implements AutoCloseable {

    /** What the outbox holds of a run; much less than there is to send. */
    static final int OUTBOX_ENTRIES = 4;

    private final SesSimulator simulator = SesSimulator.start(SimulatorOptions.defaults());
    private final Path folder = temporaryFolder();

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("stop");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void register(DynamicPropertyRegistry registry) {
        registry.add("postrider.ses.endpoint", () -> simulator.endpoint().toString());
        registry.add("postrider.ses.region", () -> "eu-west-1");
        registry.add("postrider.public-url", () -> "https://mail.example.com");
        registry.add("postrider.consent.keys", () -> "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        registry.add("postrider.outbox.max-entries", () -> OUTBOX_ENTRIES);
        registry.add("postrider.resend.min-age", () -> "0s");
        registry.add("postrider.jobs-dir", () -> folder.resolve("jobs"));
        registry.add("postrider.templates-dir", () -> folder.resolve("templates"));
    }

    /** @param milliseconds of every answer to a send */
    void latency(long milliseconds) {
        simulator.change("latency", milliseconds);
    }

    /** @param sends of which the last one is refused as over the rate; 0: none is */
    void throttleEvery(int sends) {
        simulator.change("throttleEvery", sends);
    }

    /** Messages that SES refused so far as over the rate. */
    long throttled() {
        return simulator.stats().throttled();
    }

    /** Messages that SES took so far. */
    long accepted() {
        return simulator.stats().accepted();
    }

    void writeTemplate() throws IOException {
        write("templates/loyalty/subject.ftl", "Coins for you");
        write("templates/loyalty/body.ftlh", "<p>Hello <a href=\"${unsubscribeUrl}\">Unsubscribe</a></p>");
        write("templates/loyalty/sample.json", "{\"recipient\": {\"email\": \"sample@example.com\"}}");
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

    /** From this number up to another. */
    static List<Document> recipients(int from, int to) {
        return IntStream.range(from, to).mapToObj(StopSite::recipient).toList();
    }

    private static Document recipient(int number) {
        String id = "r" + number;
        String address = id + "@example.com";
        return new Document("_id", id)
                .append("number", number)
                .append("email", address)
                .append("address", address)
                .append("subscription", "SUBSCRIBED")
                .append("friends", List.of())
                .append("attributes", new Document());
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    /** The entry of a process that lives. */
    static Document process(String id) {
        return new Document("_id", id)
                .append("host", "host-a")
                .append("pid", 1L)
                .append("expiresAt", Date.from(Instant.now().plus(Duration.ofDays(1))));
    }

    @Override
    public void close() throws IOException {
        simulator.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
