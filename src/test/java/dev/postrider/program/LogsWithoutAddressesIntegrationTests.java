package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.LongProof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program's log, with everything in it that there is, as structured lines. */
class LogsWithoutAddressesIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Of nobody but recipients, the team and those in files; ids of runs have an @ too. */
    private static final Pattern ADDRESS = Pattern.compile("@(simulator|twice|import|feedback)\\.");

    /** As many as that SES's answer to one of them at least gets through. */
    private static final List<String> REFUSED = List.of("r00001", "r00011", "r00022", "r00033", "r00044", "r00055");

    private static final List<String> LOGGING = List.of(
            "--logging.config=classpath:logback.xml",
            "--logging.level.root=DEBUG",
            "--logging.level.dev.postrider=DEBUG",
            "--logging.structured.format.console=ecs");

    @TempDir
    private Path folder;

    @Test
    void linesSayWhichRunStepAndRecipientTheyAreOfAndNeverHoldAnAddress() {
        try (Site site = new Site(folder).recipients(20)) {
            change(site, "r00001", "email", "success+r00001@simulator.amazonses.com@twice.example.com");
            change(site, "r00002", "firstName", null);
            site.collection("suppressions").insertOne(new Document("_id", address(3)).append("reason", "COMPLAINT"));
            site.simulator().change("errorEvery", 1);

            Program program = logging(
                    site, "campaign", "run", "loyalty", "--slot", Site.SLOT, "--postrider.run.max-render-failures=0.5");
            program.exitCode();

            assertThat(program.errors().lines().filter(line -> line.contains("@simulator") || line.contains("@twice")))
                    .isEmpty();
            List<JsonNode> lines = program.errors()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .map(JsonMapper.shared()::readTree)
                    .toList();
            assertThat(of(lines, "r00002").get("message").asString()).contains("skipped, render-failed");
            assertThat(of(lines, "r00003").get("message").asString()).contains("skipped, suppressed");
            JsonNode unknown = of(lines, "r00004");
            assertThat(unknown.get("message").asString()).contains("is unknown: ");
            assertThat(unknown.get("run").asString()).isEqualTo(Site.RUN);
            assertThat(unknown.get("step").asString()).startsWith("deliver");
            assertThat(unknown.get("traceId").asString()).matches("[0-9a-f]{32}");
            assertThat(unknown.get("spanId").asString()).matches("[0-9a-f]{16}");
            assertThat(lines.stream()
                            .filter(line -> line.has("traceId"))
                            .map(line -> line.get("traceId").asString())
                            .distinct())
                    .hasSize(1);
        }
    }

    @LongProof
    @Test
    void nodesAndCommandsLogNoAddressWhateverGoesWrong() {
        try (Site site = new Site(folder).recipients(60)) {
            site.with(Map.of("postrider.node.period", "200ms", "postrider.resend.min-age", "0s"));
            for (String recipient : REFUSED) {
                change(site, recipient, "email", recipient + "@simulator.amazonses.com@twice.example.com");
            }
            site.write("jobs/loyalty.yml", """
                    campaign: loyalty
                    from: "Lucky Reels <rewards@mail.example.com>"
                    template: loyalty
                    segment: {}
                    proof: [success+team@simulator.amazonses.com]
                    """);
            site.simulator().change("resetAfterEvery", 3);
            Program worker = logging(site, "worker");
            Program node = logging(site, "serve");
            WatchedRun run = new WatchedRun(site, Site.SLOT).launch();
            await().atMost(PATIENCE).until(() -> {
                // A proof copy whose outcome nobody knows is accepted by going on.
                run.goOn();
                return run.completed();
            });
            assertThat(site.ledger().values()).contains("REJECTED", "UNKNOWN");

            site.simulator().change("errorEvery", 1);
            logging(site, "run", "resend", Site.RUN, "--unknown", "--yes").exitCode();
            logging(site, "run", "resend", Site.RUN, "--rejected", "--yes").exitCode();
            imports(site);
            feedback(site);
            logging(site, "suppression", "add", "ann@import.example").expectExit(0);
            logging(site, "run", "list", "--spring.mongodb.uri=mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=100")
                    .expectExit(1);
            List.of(worker, node).forEach(program -> {
                program.signal("TERM");
                program.exitCode();
            });

            assertThat(site.programs())
                    .allSatisfy(program -> assertThat(program.errors()
                                    .lines()
                                    .filter(line -> ADDRESS.matcher(line).find()))
                            .isEmpty());
            assertThat(node.errors()).contains("\"recipient\":\"r00001\"");
        }
    }

    private static void imports(Site site) {
        site.write(
                "people.csv",
                "id,email\nx1,ann@import.example\nx2,bob@import.example@import.example\nx1,cid@import.example\n");
        logging(site, "import", "people.csv").exitCode();
        assertThat(site.collection("recipients").countDocuments(Filters.eq("email", "ann@import.example")))
                .isLessThanOrEqualTo(1);
        assertThat(site.folder().resolve("people.csv.rejects.csv")).exists();
    }

    private static void feedback(Site site) {
        site.write("events.jsonl", """
                ann@feedback.example bounced
                {"eventType": "Bounce", "mail": {"tags": {"run": ["bob@feedback.example"]}}, "bounce": {"bounceType": "cid@feedback.example"}}
                """);
        logging(site, "feedback", "import", "events.jsonl").expectExit(1);
    }

    private static Program logging(Site site, String... command) {
        return site.start(
                List.of(), Stream.concat(Stream.of(command), LOGGING.stream()).toArray(String[]::new));
    }

    private static JsonNode of(List<JsonNode> lines, String recipient) {
        return lines.stream()
                .filter(line -> line.has("recipient")
                        && Objects.equals(line.get("recipient").asString(), recipient))
                .findFirst()
                .orElseThrow();
    }

    private static String address(int number) {
        return String.format("success+r%05d@simulator.amazonses.com", number);
    }

    private static void change(Site site, String recipient, String field, @Nullable Object value) {
        site.collection("recipients")
                .updateOne(
                        Filters.eq("_id", recipient), value == null ? Updates.unset(field) : Updates.set(field, value));
    }
}
