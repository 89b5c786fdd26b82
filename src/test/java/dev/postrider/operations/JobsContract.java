package dev.postrider.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What jobs do on any job repository. */
abstract class JobsContract extends RecoveredJobsContract {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void continuesAnInstanceWhoseProcessDiedAsOftenAsThatHappens() throws Exception {
        JobParameters parameters = parameters("killed");
        JobInstance instance = repository.createJobInstance(Errand.NAME, parameters);
        for (int death = 1; death <= 3; death++) {
            long orphan = left.orphan(instance, parameters, BatchStatus.STARTED);
            assertThat(jobs.show(orphan).state()).isEqualTo(JobState.FAILED);
            errand.failWith("no luck " + death);
            JobView failed = jobs.restart(orphan);
            assertThat(failed.state()).isEqualTo(JobState.FAILED);
            assertThat(failed.cause()).isEqualTo("no luck " + death);
        }
        errand.succeed();
        assertThat(jobs.start(Errand.NAME, parameters).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void continuesWhatWasStoppingOrUnknownWhenItsProcessDied() throws Exception {
        for (BatchStatus status : List.of(BatchStatus.STOPPING, BatchStatus.STOPPED, BatchStatus.UNKNOWN)) {
            JobParameters parameters = parameters("was " + status);
            left.orphan(repository.createJobInstance(Errand.NAME, parameters), parameters, status);
            errand.succeed();
            assertThat(jobs.start(Errand.NAME, parameters).state()).isEqualTo(JobState.COMPLETED);
        }
    }

    @Test
    void startsAnInstanceWhoseProcessDiedBeforeItHadAnExecution() {
        JobParameters parameters = parameters("half created");
        repository.createJobInstance(Errand.NAME, parameters);
        errand.succeed();
        assertThat(jobs.start(Errand.NAME, parameters).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void showsStoppingUntilTheStepsAreOver() {
        errand.waitForStop();
        CompletableFuture<JobView> ended =
                CompletableFuture.supplyAsync(() -> jobs.start(Errand.NAME, parameters("stopped")));
        long id = await().until(this::atWork, found -> found > 0);
        assertThatThrownBy(() -> jobs.start(Errand.NAME, parameters("stopped")))
                .isInstanceOf(JobRefused.class)
                .hasMessageContaining(
                        "is at work in process " + ProcessHandle.current().pid());
        assertThatThrownBy(() -> jobs.abandon(id)).isInstanceOf(JobRefused.class);
        assertThatThrownBy(() -> jobs.recover(id)).hasMessageContaining("is at work in process ");

        assertThat(jobs.stop(id).state()).isEqualTo(JobState.STOPPING);
        errand.letGo();

        JobView view =
                ended.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
        assertThat(view.state()).isEqualTo(JobState.STOPPED);
        assertThat(jobs.show(id))
                .usingRecursiveComparison()
                .withComparatorForType(JobsContract::toTheMicrosecond, Instant.class)
                .isEqualTo(view);
        assertThatThrownBy(() -> jobs.stop(id)).hasMessageContaining("is not at work: it is stopped");
        errand.succeed();
        assertThat(jobs.restart(id).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void closesAnExecutionThatTheRepositoryLostTheEndOfOnceItIsBack() {
        errand.waitForStop();
        CompletableFuture<JobView> ended =
                CompletableFuture.supplyAsync(() -> jobs.start(Errand.NAME, parameters("broken off")));
        long id = await().until(this::atWork, found -> found > 0);
        jobs.stop(id);
        jdbc.sql("alter table batch_job_execution rename to mislaid").update();
        errand.letGo();
        await().atMost(Duration.ofSeconds(20)).until(ended::isCompletedExceptionally);
        jdbc.sql("alter table mislaid rename to batch_job_execution").update();

        await().atMost(Duration.ofSeconds(5)).until(() -> jobs.show(id).state().over());

        errand.succeed();
        assertThat(jobs.restart(id).state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void namesAsCauseWhatTheStepThatFailedSaysAndNotThoseStoppedForIt() throws Exception {
        JobParameters parameters = parameters("stopped for another");
        JobExecution execution = repository.createJobExecution(
                repository.createJobInstance(Errand.NAME, parameters), parameters, new ExecutionContext());
        left.end(execution, "failed", BatchStatus.FAILED, "java.lang.IllegalStateException: no luck");
        left.end(execution, "stopped", BatchStatus.STOPPED, JobInterruptedException.class.getName());
        execution.setStatus(BatchStatus.FAILED);
        repository.update(execution);

        assertThat(jobs.show(execution.getId()).cause()).isEqualTo("no luck");
    }

    @Test
    void passesOnAStopThatAnotherProcessWrote() {
        errand.waitForStop();
        errand.letGo();
        CompletableFuture<JobView> ended =
                CompletableFuture.supplyAsync(() -> jobs.start(Errand.NAME, parameters("stopped elsewhere")));
        long id = await().until(this::atWork, found -> found > 0);
        JobExecution execution = repository.getJobExecution(id);
        assertThat(execution).isNotNull();
        execution.setStatus(BatchStatus.STOPPING);
        repository.update(execution);
        await().atMost(Duration.ofSeconds(5)).until(ended::isDone);
        assertThat(ended.join().state()).isEqualTo(JobState.STOPPED);
    }

    @Test
    void refusesWithOneLineWhatDoesNotFit() {
        errand.succeed();
        JobView view = jobs.start(Errand.NAME, parameters("refusals"));
        assertThatThrownBy(() -> jobs.restart(view.id()))
                .hasMessage("job execution " + view.id() + " (errand) completed: there is nothing left to do");
        assertThatThrownBy(() -> jobs.stop(view.id()))
                .hasMessage("job execution " + view.id() + " (errand) is not at work: it is completed");
        assertThatThrownBy(() -> jobs.abandon(view.id())).isInstanceOf(JobRefused.class);
        assertThatThrownBy(() -> jobs.recover(view.id())).isInstanceOf(JobOver.class);
        assertThatThrownBy(() -> jobs.recover(987654)).isInstanceOf(JobExecutionNotFound.class);
        assertThatThrownBy(() -> jobs.show(987654)).isInstanceOf(JobExecutionNotFound.class);
        assertThatThrownBy(() -> jobs.start("nothing", parameters("none"))).isInstanceOf(JobRefused.class);
    }

    @Test
    void abandonsForGoodAndSaysSo() {
        errand.failWith("no luck");
        JobView failed = jobs.start(Errand.NAME, parameters("abandoned"));
        assertThat(jobs.abandon(failed.id()).state()).isEqualTo(JobState.ABANDONED);
        assertThat(errand.abandoned()).contains(failed.id());
        assertThatThrownBy(() -> jobs.restart(failed.id())).hasMessageContaining("was abandoned");
        assertThatThrownBy(() -> jobs.abandon(failed.id())).hasMessageContaining("was abandoned");
        assertThatThrownBy(() -> jobs.recover(failed.id())).hasMessageContaining("was abandoned");
    }

    @Test
    void refusesAnExecutionThatWasContinued() {
        errand.failWith("no luck");
        JobView first = jobs.start(Errand.NAME, parameters("continued"));
        JobView second = jobs.restart(first.id());
        assertThatThrownBy(() -> jobs.restart(first.id()))
                .hasMessageContaining("was continued by job execution " + second.id());
        assertThatThrownBy(() -> jobs.recover(first.id()))
                .hasMessageContaining("was continued by job execution " + second.id());
        assertThat(jobs.latest(Errand.NAME, first.parameters()).map(JobView::id))
                .contains(second.id());
        assertThat(jobs.list(2)).extracting(JobView::id).containsExactly(second.id(), first.id());
    }

    @Test
    void continuesFromWhereTheLastExecutionCameThatBegan() throws Exception {
        JobParameters parameters = parameters("withdrawn");
        JobInstance instance = repository.createJobInstance(Errand.NAME, parameters);
        JobExecution begun = repository.getJobExecution(left.orphan(instance, parameters, BatchStatus.STARTED));
        assertThat(begun).isNotNull();
        begun.getExecutionContext().putString("frozen", "ranges");
        repository.updateExecutionContext(begun);
        executions.withdraw(repository.createJobExecution(instance, parameters, new ExecutionContext()));
        errand.succeed();

        JobExecution continued =
                repository.getJobExecution(jobs.start(Errand.NAME, parameters).id());

        assertThat(continued).isNotNull();
        assertThat(continued.getExecutionContext().get("frozen")).isEqualTo("ranges");
    }

    @Test
    @DirtiesContext
    void startsNothingOnceTheProcessIsToEnd() {
        errand.succeed();
        jobs.stopOwn();
        assertThatThrownBy(() -> jobs.start(Errand.NAME, parameters("too late")))
                .isInstanceOf(JobRefused.class)
                .hasMessageContaining("interrupted");
    }

    /** More is not kept by every database. */
    private static int toTheMicrosecond(Instant one, Instant other) {
        return Duration.between(one, other).abs().toNanos() < 1_000 ? 0 : one.compareTo(other);
    }
}
