package dev.postrider.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.postrider.LongProof;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedOptionIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private Path stores() {
        return directory.resolve(".postrider/stores");
    }

    private Path file() {
        return stores().resolve("stores.properties");
    }

    private String property(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file())) {
            properties.load(text);
        }
        return properties.getProperty(name);
    }

    private ProcessHandle storesProcess() throws IOException {
        return ProcessHandle.of(Long.parseLong(property("stores.pid"))).orElseThrow();
    }

    /** By then an import is under way, and most of it is still to come. */
    private void awaitFirstRecipients() throws IOException {
        await().atMost(PATIENCE).until(() -> Files.exists(file()));
        try (MongoClient mongo = MongoClients.create(property("spring.mongodb.uri"))) {
            MongoCollection<Document> recipients =
                    mongo.getDatabase("postrider").getCollection("recipients");
            await().atMost(PATIENCE).until(() -> recipients.countDocuments() > 0);
        }
    }

    @AfterEach
    void endWhatAFailureLeft() throws IOException {
        if (Files.exists(file())) {
            storesProcess().destroyForcibly();
        }
    }

    private Path recipients(int count) throws IOException {
        String rows = IntStream.range(0, count)
                .mapToObj(i -> "r" + i + ",success+" + i + "@simulator.amazonses.com\n")
                .collect(Collectors.joining());
        return Files.writeString(directory.resolve("recipients.csv"), "id,email\n" + rows);
    }

    @Test
    void keepsTheDataForTheNextCommandAndLeavesNoProcessBehind() throws IOException {
        recipients(3);

        ChildProgram first = ChildProgram.run(directory, "import", "recipients.csv", "--embedded", "--json")
                .expectExit(0);
        assertThat(first.json().get("imported").asInt()).isEqualTo(3);
        assertThat(first.err()).contains("EMBEDDED STORES in .postrider/stores", "not for production");
        assertThat(file()).doesNotExist();
        String key = Files.readString(stores().resolve("consent.key"));

        ChildProgram second = ChildProgram.run(directory, "recipient", "show", "r1", "--embedded", "--json")
                .expectExit(0);
        assertThat(second.json().get("email").asString()).isEqualTo("success+1@simulator.amazonses.com");
        assertThat(file()).doesNotExist();
        assertThat(stores().resolve("consent.key")).hasContent(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stores().resolve("consent.key"))))
                .isEqualTo("rw-------");
    }

    @LongProof
    @Test
    void commandsAtOnceShareTheStores() {
        List<ChildProgram> programs = IntStream.range(0, 3)
                .mapToObj(i -> ChildProgram.start(directory, "job", "list", "--embedded", "--json"))
                .toList();

        programs.forEach(ChildProgram::awaitEnd);

        programs.forEach(program -> program.expectExit(0));
        assertThat(file()).doesNotExist();
    }

    @Test
    void killingTheProgramLeavesItsStoresForTheNextOne() throws IOException {
        recipients(10_000);
        ProcessHandle process;
        try (ChildProgram killed = ChildProgram.start(directory, "import", "recipients.csv", "--embedded")) {
            awaitFirstRecipients();
            process = storesProcess();
            killed.kill();
        }
        assertThat(process.isAlive()).isTrue();

        ChildProgram next = ChildProgram.run(directory, "import", "recipients.csv", "--embedded", "--json")
                .expectExit(0);

        assertThat(next.json().get("read").asInt()).isEqualTo(10_000);
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
        assertThat(file()).doesNotExist();
    }

    @LongProof
    @Test
    void storesWhoseProgramWasKilledCloseAfterAShortWhile() throws IOException {
        recipients(10_000);
        ProcessHandle process;
        try (ChildProgram killed = ChildProgram.start(directory, "import", "recipients.csv", "--embedded")) {
            awaitFirstRecipients();
            process = storesProcess();
            killed.kill();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
        assertThat(file()).doesNotExist();
    }

    @LongProof
    @Test
    void usesStoresThatWereStartedByHandAndLeavesThemRunning() throws IOException {
        try (ChildProgram stores = ChildProgram.start(directory, "stores", "--data", ".postrider/stores")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(file()));

            ChildProgram.run(directory, "job", "list", "--embedded").expectExit(0);

            assertThat(stores.alive()).isTrue();
            assertThat(storesProcess()).isEqualTo(stores.handle());
            stores.interrupt();
            stores.expectExit(0);
        }
        assertThat(file()).doesNotExist();
    }

    @LongProof
    @Test
    void anInterruptedImportStopsInOrderAndGoesOnLater() throws IOException {
        recipients(10_000);
        try (ChildProgram interrupted = ChildProgram.start(directory, "import", "recipients.csv", "--embedded")) {
            awaitFirstRecipients();
            interrupted.interrupt();
            interrupted.expectExit(1);
            assertThat(interrupted.err()).contains("Stopping", "the same command goes on with it");
        }

        ChildProgram jobs = ChildProgram.run(directory, "job", "list", "--embedded", "--json");
        assertThat(jobs.json().get(0).get("state").asString()).isEqualTo("STOPPED");
        ChildProgram restarted = ChildProgram.run(directory, "job", "restart", "1", "--embedded", "--json")
                .expectExit(0);
        assertThat(restarted.json().get("state").asString()).isEqualTo("COMPLETED");
        assertThat(restarted.json().get("id").asLong()).isEqualTo(2);
    }
}
