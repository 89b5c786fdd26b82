package dev.postrider.operations;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParametersValidator;

/** A job whose executions carry the mark of this process while they run. */
final class OwnedJob implements Job {

    private final Job job;
    private final RunningExecutions running;
    private final Executions executions;

    OwnedJob(Job job, RunningExecutions running, Executions executions) {
        this.job = job;
        this.running = running;
        this.executions = executions;
    }

    @Override
    public void execute(JobExecution execution) throws JobInterruptedException {
        running.begin(execution);
        try {
            executions.withdrawIfSecond(execution);
            job.execute(execution);
        } finally {
            running.end(execution);
        }
    }

    @Override
    public String getName() {
        return job.getName();
    }

    @Override
    public boolean isRestartable() {
        return job.isRestartable();
    }

    @Override
    public JobParametersValidator getJobParametersValidator() {
        return job.getJobParametersValidator();
    }

    @Override
    public String toString() {
        return job.toString();
    }
}
