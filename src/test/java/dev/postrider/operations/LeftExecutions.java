package dev.postrider.operations;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Executions in the job repository as processes that have ended leave them. */
public record LeftExecutions(JobRepository repository) {

    /** One whose process died in its only step. */
    public long orphan(JobInstance instance, JobParameters parameters, BatchStatus status) {
        JobExecution execution = repository.createJobExecution(instance, parameters, new ExecutionContext());
        OwnerMark.set(execution, "dead");
        repository.updateExecutionContext(execution);
        StepExecution step = repository.createStepExecution("run", execution);
        step.setStatus(status == BatchStatus.UNKNOWN ? status : BatchStatus.STARTED);
        repository.update(step);
        execution.setStatus(status);
        repository.update(execution);
        return execution.getId();
    }

    /** Adds a step that ended so. */
    void end(JobExecution execution, String name, BatchStatus status, String description) {
        StepExecution step = repository.createStepExecution(name, execution);
        step.setStatus(status);
        step.setExitStatus(new ExitStatus(status.name(), description));
        repository.update(step);
    }
}
