package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.LongProof;
import dev.postrider.postgresql.PostgresDatabase;
import dev.postrider.postgresql.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The job repository on PostgreSQL, each time from an empty database on. */
class PostgresIntegrationTests {

    private static final int PLANNED = 600;

    private final PostgresServer server = PostgresServer.shared();
    private final PostgresDatabase database = server.database();

    @TempDir
    private Path folder;

    @AfterEach
    void startAgain() {
        server.start();
    }

    @Test
    void keepsTheJobsOfACampaignFromTheImportOn() {
        try (Site site = new Site(folder).on(database.settings())) {
            site.write("people.csv", """
                    id,email,firstName,lastActiveAt,spent
                    1,success+1@simulator.amazonses.com,Player1,2026-11-20,12
                    2,success+2@simulator.amazonses.com,Player2,2026-07-01,12
                    """);
            site.json("import", folder.resolve("people.csv").toString());
            site.json("inactivity", "--as-of", "2026-11-24");
            assertThat(site.run().expectExit(0).json().get("sent").asInt()).isEqualTo(2);

            assertThat(site.json("job", "list"))
                    .extracting(job ->
                            job.get("job").asString() + " " + job.get("state").asString())
                    .containsExactly("campaign COMPLETED", "inactivity COMPLETED", "import COMPLETED");
        }
    }

    @Test
    void twoProcessesThatLaunchASlotAtTheSameTimeMakeOneRunOfIt() {
        try (Site site = limited(200)) {
            List<Program> programs = List.of(site.run(), site.run());

            assertThat(programs).extracting(Program::exitCode).contains(0);

            assertEverybodyIsSentOnce(site);
            assertThat(site.collection("runs").countDocuments()).isEqualTo(1);
            assertThat(rows("batch_job_instance")).isEqualTo(1);
        }
    }

    @LongProof
    @Test
    void continuesAfterAKillAndOnAnEmptyDatabaseInPlaceOfALostOne() {
        try (Site site = new Site(folder).on(database.settings()).recipients(PLANNED)) {
            site.run(BreakingPoint.SENT.property("KILL", 2)).expectKilled();
            site.run(BreakingPoint.SENT.property("KILL", 2)).expectKilled();
            assertThat(rows("batch_job_instance")).isEqualTo(1);
            assertThat(rows("batch_job_execution")).isEqualTo(2);

            site.on(server.database().settings()).run().expectExit(0);

            assertThat(state(site)).isEqualTo("COMPLETED");
            assertThat(site.ledger()).hasSize(PLANNED);
            assertThat(site.ledger().values()).containsOnly("SENT", "UNKNOWN");
            assertThat(site.accepted().values()).containsOnly(1L);
        }
    }

    @LongProof
    @Test
    void stopsAndRestartsTheJobOfAnotherProcess() {
        try (Site site = limited(50)) {
            Program program = site.run();
            awaitSent(site, 1);

            site.json("job", "stop", "1");
            JsonNode stopped = program.expectExit(1).json();
            site.simulator().change("maxSendRate", 5_000);
            site.json("job", "restart", "1");

            assertThat(stopped.get("state").asString()).isEqualTo("STOPPED");
            assertEverybodyIsSentOnce(site);
        }
    }

    /** A write that is under way when the server goes ends the run; that is rare, so it does not happen every time. */
    @Test
    void outlivesARestartOfPostgres() throws IOException {
        boolean outlived = false;
        for (int attempt = 0; attempt < 3 && !outlived; attempt++) {
            outlived = endsByItselfAfterARestart(Files.createDirectory(folder.resolve("attempt-" + attempt)));
        }
        assertThat(outlived).isTrue();
    }

    private boolean endsByItselfAfterARestart(Path fresh) {
        try (Site site = limited(fresh, 200).on(server.database().settings())) {
            Program program = site.run();
            awaitSent(site, 50);

            server.stop();
            server.start();
            boolean outlived = program.exitCode() == 0;
            if (!outlived) {
                program.expectExit(1);
                assertThat(program.errors()).contains("failed: ");
                site.run().expectExit(0);
            }

            assertEverybodyIsSentOnce(site);
            return outlived;
        }
    }

    @LongProof
    @Test
    void saysThatPostgresIsGoneAndContinuesWhenItIsBack() {
        try (Site site = limited(200).on(Map.of("spring.datasource.hikari.connection-timeout", "500"))) {
            Program program = site.run();
            awaitSent(site, 50);

            server.stop();
            program.expectExit(1);
            server.start();

            assertThat(program.errors())
                    .contains("postrider: job execution 1 (campaign) broke off, as the job repository failed: ")
                    .contains("refused");
            assertThat(state(site)).isEqualTo("FAILED");
            site.run().expectExit(0);
            assertEverybodyIsSentOnce(site);
        }
    }

    private Site limited(int rate) {
        return limited(folder, rate);
    }

    private Site limited(Path files, int rate) {
        return new Site(files, options -> options.withMaxSendRate(rate))
                .on(database.settings())
                .recipients(PLANNED);
    }

    private static void awaitSent(Site site, int count) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> site.simulator().stats().accepted() >= count);
    }

    private int rows(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private static @Nullable String state(Site site) {
        Document run = site.collection("runs").find().first();
        return run == null ? null : run.getString("state");
    }

    private static void assertEverybodyIsSentOnce(Site site) {
        assertThat(state(site)).isEqualTo("COMPLETED");
        assertThat(site.ledger()).hasSize(PLANNED);
        assertThat(site.ledger().values()).containsOnly("SENT");
        assertThat(site.accepted()).hasSize(PLANNED);
        assertThat(site.accepted().values()).containsOnly(1L);
    }
}
