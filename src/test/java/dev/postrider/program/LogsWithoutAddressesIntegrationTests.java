package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program's log, with everything in it that there is, as structured lines. */
class LogsWithoutAddressesIntegrationTests {

    @TempDir
    private Path folder;

    @Test
    void linesSayWhichRunStepAndRecipientTheyAreOfAndNeverHoldAnAddress() {
        try (Site site = new Site(folder).recipients(20)) {
            change(site, "r00001", "email", "success+r00001@simulator.amazonses.com@twice.example.com");
            change(site, "r00002", "firstName", null);
            site.collection("suppressions").insertOne(new Document("_id", address(3)).append("reason", "COMPLAINT"));
            site.simulator().change("errorEvery", 1);

            Program program = site.start(
                    List.of(),
                    "campaign",
                    "run",
                    "loyalty",
                    "--slot",
                    Site.SLOT,
                    "--postrider.run.max-render-failures=0.5",
                    "--logging.config=classpath:logback.xml",
                    "--logging.level.root=DEBUG",
                    "--logging.level.dev.postrider=DEBUG",
                    "--logging.structured.format.console=ecs");
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
