package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** G7: who takes consent back while queued is not mailed. */
@Tag("mongodb")
class ConsentAtTheLastMomentIntegrationTests {

    @TempDir
    private Path folder;

    @Test
    void unsubscribedPausedSuppressedOrDeletedWhileQueued() {
        try (Site site = new Site(folder, options -> options.withMaxSendRate(60)).recipients(400)) {
            Program program = site.run();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> site.simulator().stats().accepted() >= 20 || !program.alive());
            subscription(site, "r00390", "UNSUBSCRIBED");
            subscription(site, "r00391", "PAUSED");
            site.collection("suppressions")
                    .insertOne(new Document("_id", "success+r00392@simulator.amazonses.com")
                            .append("reason", "COMPLAINT"));
            site.collection("recipients").deleteOne(Filters.eq("_id", "r00393"));

            JsonNode report = program.expectExit(0).json();

            assertThat(site.accepted()).hasSize(396).doesNotContainKeys("r00390", "r00391", "r00392", "r00393");
            assertThat(report.get("sent").asInt()).isEqualTo(396);
            JsonNode skipped = report.get("skipped");
            assertThat(skipped.get("unsubscribed").asInt()).isEqualTo(1);
            assertThat(skipped.get("paused").asInt()).isEqualTo(1);
            assertThat(skipped.get("suppressed").asInt()).isEqualTo(1);
            assertThat(skipped.get("gone").asInt()).isEqualTo(1);
        }
    }

    private static void subscription(Site site, String recipient, String state) {
        site.collection("recipients").updateOne(Filters.eq("_id", recipient), Updates.set("subscription", state));
    }
}
