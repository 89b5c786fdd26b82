package dev.postrider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DemoIntegrationTests {

    private static final int RECIPIENTS = 600;

    @TempDir
    Path directory;

    @Test
    void sendsACampaignFromAnyFolderAndShowsOneOfTheMails() throws IOException {
        ChildProgram demo = ChildProgram.run(directory, "demo", "--recipients", "" + RECIPIENTS, "--json")
                .expectExit(0);

        JsonNode result = demo.json();
        assertThat(result.propertyNames()).containsExactly("run", "inactivity");
        JsonNode run = result.get("run");
        assertThat(run.get("state").asString()).isEqualTo("COMPLETED");
        assertThat(run.get("sent").asInt()).isPositive();
        assertThat(sum(run.get("skipped"))
                        + run.get("sent").asInt()
                        + run.get("rejected").asInt()
                        + run.get("unknown").asInt())
                .isEqualTo(run.get("planned").asInt());
        assertThat(sum(result.get("inactivity").get("stages"))).isEqualTo(RECIPIENTS);
        Path files = directory.resolve(".postrider/demo");
        assertThat(files.resolve("mail.html")).content().contains("<html", "http://localhost:8080/");
        assertThat(Files.readAllLines(files.resolve("accepted.jsonl")))
                .hasSize(run.get("sent").asInt());
        assertThat(files.resolve("stores.properties")).doesNotExist();
    }

    private static int sum(JsonNode counts) {
        return counts.values().stream().mapToInt(JsonNode::asInt).sum();
    }
}
