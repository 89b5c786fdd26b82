package dev.postrider.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.LongProof;
import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Job executions are kept for 90 days, and longer while somebody needs them. */
@LongProof
@SpringBootTest
@Tag("mongodb")
class JobPurgeIntegrationTests {

    private static final Duration LONG = Duration.ofDays(91);

    @TestConfiguration(proxyBeanMethods = false)
    static class Waiting {

        static final String NAME = "waiting";

        @Bean
        CountDownLatch released() {
            return new CountDownLatch(1);
        }

        @Bean
        Job waitingJob(JobRepository repository, CountDownLatch released) {
            return new JobBuilder(NAME, repository)
                    .start(new StepBuilder("wait", repository)
                            .tasklet((contribution, context) -> {
                                released.await();
                                return RepeatStatus.FINISHED;
                            })
                            .build())
                    .build();
        }
    }

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private JobPurge purge;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRepository repository;

    @Autowired
    private CountDownLatch released;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void nothingIsDue() {
        jdbc.sql("update batch_job_execution set last_updated = ?")
                .param(ago(Duration.ZERO))
                .update();
        assertThat(purge.due()).isZero();
    }

    @Test
    void oldOnesGoAndRecentOnesStay() {
        JobInstance old = ended(HousekeepingJob.NAME, at("2026-01-01T05:00:00Z"), LONG);
        JobInstance recent = ended(HousekeepingJob.NAME, at("2026-01-02T05:00:00Z"), Duration.ofDays(89));
        assertThat(purge.due()).isEqualTo(1);

        purge.purge();

        assertThat(kept(old)).isFalse();
        assertThat(kept(recent)).isTrue();
        assertThat(purge.due()).isZero();
    }

    @Test
    void thoseOfAnOpenRunStayAndThoseOfOneThatIsOverGo() {
        JobInstance paused = ended("paused", "PAUSED");
        JobInstance completed = ended("completed", "COMPLETED");

        purge.purge();

        assertThat(kept(paused)).isTrue();
        assertThat(kept(completed)).isFalse();
    }

    @Test
    void oneThatIsAtWorkStaysUntilItHasEnded() {
        CompletableFuture<JobView> job =
                CompletableFuture.supplyAsync(() -> jobs.start(Waiting.NAME, new JobParameters()));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        jobs.list(1).stream().anyMatch(view -> !view.steps().isEmpty()));
        JobInstance waiting = Objects.requireNonNull(repository.getJobInstance(Waiting.NAME, new JobParameters()));
        touched(waiting, LONG);
        purge.purge();
        assertThat(kept(waiting)).isTrue();

        released.countDown();
        job.join();
        touched(waiting, LONG);
        purge.purge();

        assertThat(kept(waiting)).isFalse();
    }

    private static JobParameters at(String slot) {
        return new HousekeepingParameters(Instant.parse(slot)).toJobParameters();
    }

    private JobInstance ended(String campaign, String state) {
        RunId run = new RunId(campaign + "@20260101T000000Z");
        Date then = Date.from(Instant.now().minus(LONG));
        mongo.getDb()
                .getCollection("runs")
                .insertOne(new Document("_id", run.value())
                        .append("state", state)
                        .append("epoch", 1L)
                        .append("day", "2026-01-01")
                        .append("source", "campaign: x")
                        .append("template", "t")
                        .append("restedAt", then)
                        .append("createdAt", then));
        return ended(CampaignJob.NAME, new CampaignJobParameters(run).toJobParameters(), LONG);
    }

    private JobInstance ended(String job, JobParameters parameters, Duration ago) {
        JobInstance instance = repository.createJobInstance(job, parameters);
        JobExecution execution = repository.createJobExecution(instance, parameters, new ExecutionContext());
        execution.setStatus(BatchStatus.FAILED);
        repository.update(execution);
        touched(instance, ago);
        return instance;
    }

    private void touched(JobInstance instance, Duration ago) {
        jdbc.sql("update batch_job_execution set create_time = :then, last_updated = :then where job_instance_id = :id")
                .param("then", ago(ago))
                .param("id", instance.getInstanceId())
                .update();
    }

    private static LocalDateTime ago(Duration duration) {
        return LocalDateTime.ofInstant(Instant.now().minus(duration), ZoneId.systemDefault());
    }

    private boolean kept(JobInstance instance) {
        return jdbc.sql("select count(*) from batch_job_instance where job_instance_id = ?")
                        .param(instance.getInstanceId())
                        .query(Long.class)
                        .single()
                == 1;
    }
}
