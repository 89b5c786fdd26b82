package dev.postrider.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.embedded.TestStores;
import dev.postrider.postgresql.PostgresServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On PostgreSQL, also when many start jobs at the same time. */
@DirtiesContext
class PostgresJobsIntegrationTests extends JobsContract {

    private static final int LAUNCHERS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(LAUNCHERS);
    private final CyclicBarrier together = new CyclicBarrier(LAUNCHERS);

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        Map<String, String> properties = TestStores.properties();
        properties.putAll(PostgresServer.shared().database().settings());
        properties.forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterEach
    void end() {
        threads.shutdown();
    }

    @Test
    void keepsJobsInPostgres() {
        errand.succeed();
        start("kept");

        assertThat(jdbc.sql("select version() from batch_job_instance")
                        .query(String.class)
                        .list()
                        .get(0))
                .startsWith("PostgreSQL");
    }

    @Test
    void jobsThatStartAtTheSameTimeDoNotMindEachOther() {
        errand.succeed();

        assertThat(launch(number -> "one of many " + number)).hasSize(LAUNCHERS).containsOnly("COMPLETED");
    }

    @RepeatedTest(3)
    void ofManyWhoStartAJobAtTheSameTimeOneDoes() {
        errand.succeed();
        String name = "new at " + System.nanoTime();

        assertThat(launch(number -> name)).containsOnlyOnce("COMPLETED").contains("refused");
    }

    @RepeatedTest(3)
    void ofManyWhoContinueAJobAtTheSameTimeOneDoes() {
        String name = "failed at " + System.nanoTime();
        errand.failWith("no luck");
        start(name);
        errand.succeed();

        assertThat(launch(number -> name)).containsOnlyOnce("COMPLETED").contains("refused");
    }

    /** How each of the launches ended that were made at the same time, of jobs with these names. */
    private List<String> launch(IntFunction<String> names) {
        List<CompletableFuture<String>> launches = IntStream.range(0, LAUNCHERS)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> launch(names.apply(number)), threads))
                .toList();
        return launches.stream().map(CompletableFuture::join).toList();
    }

    private String launch(String name) {
        try {
            together.await();
            return start(name).name();
        } catch (JobRefused e) {
            return "refused";
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private JobState start(String name) {
        JobParameters parameters =
                new JobParametersBuilder().addString("name", name).toJobParameters();
        return jobs.start(Errand.NAME, parameters).state();
    }
}
