package dev.postrider.proof;

import dev.postrider.CampaignFiles;
import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An SES simulator that records what it takes, and the files of campaigns. */
final class ProofSite implements AutoCloseable {

    private final Path folder;
    private final CampaignFiles files;
    private final Path record;
    private final SesSimulator simulator;

    ProofSite() {
        this.folder = temporaryFolder();
        this.files = new CampaignFiles(folder);
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
        files.register(registry, simulator);
    }

    void change(String setting, Object value) {
        simulator.change(setting, value);
    }

    void writeTemplate() throws IOException {
        files.writeTemplate();
        files.write("templates/loyalty/subject.ftl", "Coins for ${recipient.firstName}");
    }

    void writeSample(String json) throws IOException {
        files.writeSample(json);
    }

    /** @param keys further lines of the file */
    void writeCampaign(String campaign, String keys) throws IOException {
        files.writeCampaign(campaign, keys);
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

    @Override
    public void close() throws IOException {
        simulator.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
