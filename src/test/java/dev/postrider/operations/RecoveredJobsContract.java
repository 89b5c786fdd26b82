package dev.postrider.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What becomes of jobs whose process died, or is taken for dead, on any job repository. */
@SpringBootTest
@Import(ErrandJob.class)
@Tag("mongodb")
abstract class RecoveredJobsContract {

    @Autowired
    Jobs jobs;

    @Autowired
    JobRepository repository;

    @Autowired
    Executions executions;

    @Autowired
    Errand errand;

    LeftExecutions left;

    @BeforeEach
    void otherProcessesLeaveExecutions() {
        left = new LeftExecutions(repository);
    }

    @Test
    void recoversAnInstanceWhoseProcessDiedAsOftenAsThatHappens() throws Exception {
        JobParameters parameters = parameters("recovered");
        JobInstance instance = repository.createJobInstance(Errand.NAME, parameters);
        errand.failWith("no luck");
        for (int death = 1; death <= 2; death++) {
            long orphan = left.orphan(instance, parameters, BatchStatus.STARTED);

            JobView recovered = jobs.recover(orphan);

            assertThat(recovered.state()).isEqualTo(JobState.FAILED);
            assertThat(recovered.cause()).isEqualTo("its process died before it ended");
            assertThat(recovered.steps()).extracting(StepView::state).containsOnly("FAILED");
            assertThat(errand.recovered()).contains(orphan);
            assertThatThrownBy(() -> jobs.recover(orphan))
                    .isInstanceOf(JobRefused.class)
                    .hasMessageContaining("is closed already: it is failed (restart continues it)");
            jobs.restart(orphan);
        }
        errand.succeed();
        assertThat(jobs.start(Errand.NAME, parameters).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void recoversAgainWhatCouldNotBeSettled() throws Exception {
        JobParameters parameters = parameters("unsettled");
        JobInstance instance = repository.createJobInstance(Errand.NAME, parameters);
        long orphan = left.orphan(instance, parameters, BatchStatus.STARTED);
        errand.refuseNextRecovery();
        assertThatThrownBy(() -> jobs.recover(orphan)).hasMessage("not now");
        assertThat(errand.recovered()).doesNotContain(orphan);

        assertThat(jobs.recover(orphan).state()).isEqualTo(JobState.FAILED);

        assertThat(errand.recovered()).contains(orphan);
    }

    @Test
    void severalMayCloseAnExecutionAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            JobParameters parameters = parameters("closed by several " + round);
            JobInstance instance = repository.createJobInstance(Errand.NAME, parameters);
            long orphan = left.orphan(instance, parameters, BatchStatus.STARTED);

            List<CompletableFuture<Void>> closers = Stream.generate(
                            () -> CompletableFuture.runAsync(() -> executions.recover(instance)))
                    .limit(4)
                    .toList();

            assertThat(closers)
                    .allSatisfy(closer -> assertThatCode(closer::join).doesNotThrowAnyException());
            assertThat(jobs.show(orphan).state()).isEqualTo(JobState.FAILED);
        }
    }

    @Test
    void leavesOffWhatAnotherProcessClosed() {
        errand.waitForStop();
        errand.letGo();
        CompletableFuture<JobView> ended =
                CompletableFuture.supplyAsync(() -> jobs.start(Errand.NAME, parameters("thawed")));
        JobExecution execution = repository.getJobExecution(await().until(this::atWork, found -> found > 0));
        assertThat(execution).isNotNull();
        execution.setStatus(BatchStatus.FAILED);
        execution.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));

        repository.update(execution);

        await().atMost(Duration.ofSeconds(10)).until(ended::isDone);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jobs.show(execution.getId()).state().over());
    }

    long atWork() {
        return jobs.list(1).stream()
                .filter(view ->
                        view.state() == JobState.RUNNING && !view.steps().isEmpty())
                .mapToLong(JobView::id)
                .findFirst()
                .orElse(0);
    }

    static JobParameters parameters(String name) {
        return new JobParametersBuilder().addString("name", name).toJobParameters();
    }
}
