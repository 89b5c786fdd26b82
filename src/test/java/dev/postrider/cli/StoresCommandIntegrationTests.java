package dev.postrider.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StoresCommandIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void printsSettingsThatOtherProgramsConnectWith() {
        try (ChildProgram stores = ChildProgram.start(directory, "stores", "--json")) {
            await().atMost(PATIENCE).until(() -> stores.out().endsWith("}\n"));
            JsonNode settings = stores.json();

            ChildProgram.run(
                            directory,
                            "job",
                            "list",
                            "--spring.mongodb.uri="
                                    + settings.get("spring.mongodb.uri").asString(),
                            "--spring.datasource.url="
                                    + settings.get("spring.datasource.url").asString(),
                            "--spring.datasource.username=sa")
                    .expectExit(0);
        }
    }

    @Test
    void writesAConfigurationFileThatSpringReads() {
        try (ChildProgram stores = ChildProgram.start(directory, "stores", "--data", "data")) {
            Path file = directory.resolve("data/stores.properties");
            await().atMost(PATIENCE).until(() -> Files.exists(file));

            ChildProgram.run(directory, "job", "list", "--spring.config.additional-location=file:" + file)
                    .expectExit(0);
            ChildProgram second = ChildProgram.run(directory, "stores", "--data", "data");

            second.expectExit(1);
            assertThat(second.err()).isEqualTo("postrider: data is in use by the stores of another process\n");
            assertThat(stores.out()).contains("spring.mongodb.uri=").doesNotContain("consent");
            stores.interrupt();
            stores.expectExit(0);
        }
    }

    @Test
    void killedStoresLeaveNoRedisBehind() {
        List<ProcessHandle> children;
        try (ChildProgram stores = ChildProgram.start(directory, "stores")) {
            await().atMost(PATIENCE).until(() -> stores.out().contains("spring.data.redis.url"));
            children = stores.handle().descendants().toList();
            assertThat(children).isNotEmpty();
            stores.kill();
        }

        await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }
}
