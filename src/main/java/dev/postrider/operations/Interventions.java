package dev.postrider.operations;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What operators do to an execution from outside: stop it, close it after its process died, or give it up. */
@Component
class Interventions {

    private final JobOperator operator;
    private final JobRepository repository;
    private final Executions executions;
    private final RunningExecutions running;
    private final ApplicationEventPublisher events;

    Interventions(
            JobOperator operator,
            JobRepository repository,
            Executions executions,
            RunningExecutions running,
            ApplicationEventPublisher events) {
        this.operator = operator;
        this.repository = repository;
        this.executions = executions;
        this.running = running;
        this.events = events;
    }

    /**
     * Writes STOPPING without an end, which the execution's process finds and turns into STOPPED once its steps are
     * over; JobOperator.stop would write STOPPED at once.
     */
    JobExecution stop(long id) {
        JobExecution execution = executions.get(id);
        executions.checkAtWork(execution);
        execution.setStatus(BatchStatus.STOPPING);
        repository.update(execution);
        running.stopSteps(id);
        events.publishEvent(new JobStopRequested(
                id, execution.getJobInstance().getJobName(), JobViews.parameters(execution.getJobParameters())));
        return execution;
    }

    /**
     * Listeners go first: one that fails, or a crash in between, leaves an execution that can be recovered again. Whoever
     * goes on with what they settle closes the execution itself.
     */
    JobExecution recover(long id) {
        JobExecution dead = executions.get(id);
        executions.checkRecoverable(dead);
        events.publishEvent(
                new JobRecovered(id, dead.getJobInstance().getJobName(), JobViews.parameters(dead.getJobParameters())));
        executions.recover(dead.getJobInstance());
        return executions.get(id);
    }

    /**
     * Closes the execution, and by that its instance, for good. Listeners go first: one that fails, or a crash in between,
     * leaves an execution that can be abandoned again.
     */
    JobExecution abandon(long id) {
        executions.recover(executions.get(id).getJobInstance());
        JobExecution execution = executions.get(id);
        executions.checkLast(execution);
        executions.checkRestartable(execution);
        events.publishEvent(new JobAbandoned(
                id, execution.getJobInstance().getJobName(), JobViews.parameters(execution.getJobParameters())));
        try {
            operator.abandon(execution);
        } catch (JobExecutionAlreadyRunningException e) {
            throw new JobRefused(Executions.label(execution) + " is at work: stop it first");
        }
        return execution;
    }
}
