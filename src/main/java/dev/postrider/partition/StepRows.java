package dev.postrider.partition;

import java.util.List;
import java.util.Objects;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** The step executions of partitions in the job repository, where other processes change them too. */
@Component
public class StepRows {

    private final JobRepository repository;

    StepRows(JobRepository repository) {
        this.repository = repository;
    }

    /** As it is stored now, its checkpoint included. */
    public StepExecution load(long execution) {
        return Objects.requireNonNull(
                repository.getStepExecution(execution), () -> "there is no step execution " + execution);
    }

    /** Adds one to the job execution that the other one belongs to. */
    public StepExecution addBeside(long execution, String name) {
        return repository.createStepExecution(name, load(execution).getJobExecution());
    }

    List<StepExecution> ofStage(JobExecution job, String stage) {
        JobExecution stored = Objects.requireNonNull(repository.getJobExecution(job.getId()));
        return stored.getStepExecutions().stream()
                .filter(step -> step.getStepName().startsWith(stage + ":"))
                .toList();
    }

    /** Brings an execution that another process may have worked on to what is stored, so that this one can go on with it. */
    static void refresh(StepExecution mine, StepExecution stored) {
        mine.setVersion(Objects.requireNonNull(stored.getVersion()));
        mine.setExecutionContext(stored.getExecutionContext());
        mine.setStatus(stored.getStatus());
        mine.setExitStatus(stored.getExitStatus());
        mine.setReadCount(stored.getReadCount());
        mine.setWriteCount(stored.getWriteCount());
        mine.setFilterCount(stored.getFilterCount());
        mine.setCommitCount(stored.getCommitCount());
        mine.setRollbackCount(stored.getRollbackCount());
        mine.setReadSkipCount(stored.getReadSkipCount());
        mine.setProcessSkipCount(stored.getProcessSkipCount());
        mine.setWriteSkipCount(stored.getWriteSkipCount());
    }

    /**
     * Executes the partition from its checkpoint, unless it is complete. An execution that somebody else has changed since it
     * was loaded fails.
     *
     * @return whether it is complete now
     */
    public static boolean execute(SharedStep shared, StepExecution execution) throws Exception {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            execution.setStatus(BatchStatus.STARTING);
            execution.setExitStatus(ExitStatus.EXECUTING);
            shared.step().execute(execution);
        }
        return execution.getStatus() == BatchStatus.COMPLETED;
    }
}
