package dev.postrider.operations;

import dev.postrider.ledger.Owners;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Which process works on a job instance: of several that have each created an execution of it, the first to put its mark
 * on one. Marks are set and taken off under the instance's lock.
 */
@Component
class Ownership {

    private final JobRepository repository;
    private final Executions executions;
    private final Owners owners;
    private final InstanceLock lock;

    Ownership(JobRepository repository, Executions executions, Owners owners, InstanceLock lock) {
        this.repository = repository;
        this.executions = executions;
        this.owners = owners;
        this.lock = lock;
    }

    /** @throws JobRefused when another process was faster; the execution is closed then */
    void take(JobExecution execution) {
        Optional<String> obstacle = lock.decide(execution.getJobInstance(), () -> markUnlessOvertaken(execution));
        if (obstacle.isPresent()) {
            executions.withdraw(execution);
            throw new JobRefused(obstacle.get());
        }
    }

    private Optional<String> markUnlessOvertaken(JobExecution execution) {
        Optional<String> obstacle = executions.obstacle(execution);
        if (obstacle.isEmpty()) {
            OwnerMark.set(execution, owners.self());
            repository.updateExecutionContext(execution);
        }
        return obstacle;
    }

    /** For an execution that ended while the job repository did not take its end. */
    void giveUp(JobExecution ended) {
        release(executions.breakOff(ended));
    }

    /** Until then the execution counts as being at work, whatever its status. */
    void release(JobExecution execution) {
        lock.decide(execution.getJobInstance(), () -> {
            OwnerMark.clear(execution);
            repository.updateExecutionContext(execution);
            return execution;
        });
    }
}
