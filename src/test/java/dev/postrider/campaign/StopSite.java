package dev.postrider.campaign;

import dev.postrider.CampaignFiles;
import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/** An SES simulator and the files of campaigns. */
final class StopSite implements AutoCloseable {

    /** What the outbox holds of a run; much less than there is to send. */
    static final int OUTBOX_ENTRIES = 4;

    private final SesSimulator simulator = SesSimulator.start(SimulatorOptions.defaults());
    private final Path folder = temporaryFolder();
    private final CampaignFiles files = new CampaignFiles(folder);

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("stop");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void register(DynamicPropertyRegistry registry) {
        files.register(registry, simulator);
        registry.add("postrider.outbox.max-entries", () -> OUTBOX_ENTRIES);
        registry.add("postrider.resend.min-age", () -> "0s");
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
        files.writeTemplate();
    }

    /** @param keys further lines of the file */
    void writeCampaign(String campaign, String keys) throws IOException {
        files.writeCampaign(campaign, keys);
    }

    /** The entry of a process that lives. */
    static Document process(String id) {
        return new Document("_id", id)
                .append("host", "host-a")
                .append("pid", 1L)
                .append("expiresAt", Date.from(Instant.now().plus(Duration.ofDays(1))));
    }

    @Override
    public void close() {
        simulator.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
