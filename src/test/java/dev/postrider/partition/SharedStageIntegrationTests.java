package dev.postrider.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import dev.postrider.SettableClock;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.partition.support.SimplePartitioner;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A stage of four partitions on one thread, which waits in the first while other processes take the rest. */
@SpringBootTest
@Tag("mongodb")
class SharedStageIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String RUN = "loyalty@20261124T090000Z";
    private static final long EPOCH = 1;
    private static final int PARTITIONS = 4;
    private static final Duration STANDSTILL = Duration.ofMinutes(15);

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private JobRepository repository;

    @Autowired
    private Partitions partitions;

    @Autowired
    private StepRows rows;

    @Autowired
    private Owners owners;

    @Autowired
    private MongoTemplate mongo;

    private final Queue<String> executed = new ConcurrentLinkedQueue<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private StepExecution manager;

    @BeforeEach
    void twoOtherProcesses() throws Exception {
        manager = manager();
        process("dead", Instant.now().minusSeconds(1));
        process("alive", Instant.now().plus(Duration.ofDays(1)));
    }

    @Test
    void whatADeadProcessHadIsDoneByTheHolder() throws Exception {
        CompletableFuture<Collection<StepExecution>> stage = begin();
        othersTake("dead");
        first.countDown();

        assertThat(stage.get(20, TimeUnit.SECONDS))
                .hasSize(PARTITIONS)
                .allMatch(step -> step.getStatus() == BatchStatus.COMPLETED);
        assertThat(executed).hasSize(PARTITIONS).doesNotHaveDuplicates();
        assertThat(documents().countDocuments()).isZero();
    }

    @Test
    void whatALiveProcessHasIsWaitedForAndCounted() throws Exception {
        CompletableFuture<Collection<StepExecution>> stage = begin();
        othersTake("alive");
        first.countDown();
        await().during(Duration.ofMillis(700)).until(() -> !stage.isDone());

        List<Partition> theirs = open();
        assertThat(theirs).hasSize(PARTITIONS - 1).allMatch(partition -> "alive".equals(partition.owner()));
        for (Partition partition : theirs) {
            StepRows.execute(shared(1), rows.load(partition.execution()));
            partitions.end(partition);
        }

        assertThat(stage.get(20, TimeUnit.SECONDS))
                .hasSize(PARTITIONS)
                .allMatch(step -> step.getStatus() == BatchStatus.COMPLETED && step.getWriteCount() == 1);
    }

    @Test
    void whatStandsStillInALiveProcessIsTakenBackAndThatProcessCannotTouchItAnyMore() throws Exception {
        CompletableFuture<Collection<StepExecution>> stage = begin();
        othersTake("alive");
        Partition hanging = open().stream()
                .filter(partition -> "alive".equals(partition.owner()))
                .findFirst()
                .orElseThrow();
        StepExecution loaded = rows.load(hanging.execution());
        loaded.setStatus(BatchStatus.STARTED);
        loaded.setWriteCount(7);
        repository.update(loaded);
        assertThat(partitions.holds(hanging)).isTrue();
        first.countDown();

        await().atMost(PATIENCE).until(() -> {
            clock.advance(STANDSTILL.dividedBy(2));
            return stage.isDone();
        });

        assertThat(stage.get()).extracting(StepExecution::getWriteCount).containsExactlyInAnyOrder(1L, 1L, 1L, 8L);
        assertThat(executed).hasSize(PARTITIONS).doesNotHaveDuplicates();
        assertThat(partitions.holds(hanging)).isFalse();
        assertThatThrownBy(() -> repository.update(loaded)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void whatMovesInALiveProcessIsItsOwnHoweverLongItTakes() throws Exception {
        CompletableFuture<Collection<StepExecution>> stage = begin();
        othersTake("alive");
        List<Partition> theirs = open().stream()
                .filter(partition -> "alive".equals(partition.owner()))
                .toList();
        List<StepExecution> moving = theirs.stream()
                .map(partition -> rows.load(partition.execution()))
                .toList();
        first.countDown();

        long until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            moving.forEach(repository::update);
            clock.advance(STANDSTILL.dividedBy(2));
            return System.nanoTime() > until;
        });

        assertThat(theirs).hasSize(PARTITIONS - 1).allMatch(partitions::holds);
        theirs.forEach(partitions::release);
        stage.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aPartitionThatALiveProcessLeavesGoesOnFromItsCheckpointAtTheHolder() throws Exception {
        CompletableFuture<Collection<StepExecution>> stage = begin();
        othersTake("alive");
        for (Partition partition : open()) {
            if ("alive".equals(partition.owner())) {
                StepExecution begun = rows.load(partition.execution());
                begun.setStatus(BatchStatus.STOPPED);
                begun.setWriteCount(7);
                repository.update(begun);
                partitions.release(partition);
            }
        }
        first.countDown();

        assertThat(stage.get(20, TimeUnit.SECONDS))
                .extracting(StepExecution::getWriteCount)
                .containsExactlyInAnyOrder(1L, 8L, 8L, 8L);
    }

    @Test
    void aStoppedStageTellsTheOthersAndStopsWhatTheyLeave() throws Exception {
        CompletableFuture<Collection<StepExecution>> stage = begin();
        othersTake("alive");
        manager.getJobExecution().getStepExecutions().forEach(StepExecution::setTerminateOnly);
        first.countDown();

        await().atMost(PATIENCE).until(() -> open().stream().allMatch(Partition::stopping));
        open().forEach(partitions::release);

        assertThat(stage.get(20, TimeUnit.SECONDS))
                .hasSize(PARTITIONS)
                .allMatch(step -> step.getStatus() == BatchStatus.STOPPED);
        assertThat(executed).hasSize(1);
    }

    @Test
    void whoLostAPartitionCanNeitherEndNorReleaseIt() throws Exception {
        CompletableFuture<Collection<StepExecution>> stage = begin();
        othersTake("dead");
        Partition frozen = open().stream()
                .filter(partition -> "dead".equals(partition.owner()))
                .findFirst()
                .orElseThrow();
        documents().updateOne(Filters.eq("_id", frozen.id()), Updates.set("owner", "alive"));

        partitions.release(frozen);
        partitions.end(frozen);

        assertThat(open()).contains(frozen.ownedBy("alive"));
        partitions.release(frozen.ownedBy("alive"));
        first.countDown();
        stage.get(20, TimeUnit.SECONDS);
    }

    private CompletableFuture<Collection<StepExecution>> begin() {
        SimpleStepExecutionSplitter splitter = new SimpleStepExecutionSplitter(
                repository, manager.getStepName(), threads -> new SimplePartitioner().partition(PARTITIONS));
        SharedPartitionHandler handler = new SharedPartitionHandler(
                shared(1), new Desk(partitions, rows, new PartitionSettings(STANDSTILL), clock), run -> EPOCH, owners);
        CompletableFuture<Collection<StepExecution>> stage = CompletableFuture.supplyAsync(() -> {
            try {
                return handler.handle(splitter, manager);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        await().atMost(PATIENCE).until(() -> executed.size() == 1);
        return stage;
    }

    private SharedStep shared(int threads) {
        Step step = new StepBuilder("piece", repository)
                .tasklet(
                        (contribution, context) -> {
                            executed.add(contribution.getStepExecution().getStepName());
                            assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
                            contribution.incrementWriteCount(1);
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
        return new SharedStep("pieces", step, threads, false);
    }

    private StepExecution manager() throws Exception {
        JobParameters parameters = new JobParametersBuilder()
                .addString("run", RUN)
                .addString("test", Long.toString(System.nanoTime()))
                .toJobParameters();
        JobExecution job = repository.createJobExecution(
                repository.createJobInstance("shared", parameters), parameters, new ExecutionContext());
        job.setStatus(BatchStatus.STARTED);
        repository.update(job);
        return repository.createStepExecution("stage", job);
    }

    /** Everything that is free. */
    private void othersTake(String process) {
        documents().updateMany(Filters.eq("owner", null), Updates.set("owner", process));
    }

    private List<Partition> open() {
        return partitions.open(new RunId(RUN), EPOCH);
    }

    private void process(String id, Instant expiresAt) {
        mongo.getDb()
                .getCollection("owners")
                .replaceOne(
                        Filters.eq("_id", id),
                        new Document("_id", id)
                                .append("host", "host-a")
                                .append("pid", 1L)
                                .append("expiresAt", Date.from(expiresAt)),
                        new ReplaceOptions().upsert(true));
    }

    private MongoCollection<Document> documents() {
        return mongo.getDb().getCollection("partitions");
    }
}
