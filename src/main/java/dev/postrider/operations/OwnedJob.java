package dev.postrider.operations;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParametersValidator;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A job whose executions carry the mark of this process while they run. */
final class OwnedJob implements Job {

    private final Job job;
    private final RunningExecutions running;
    private volatile boolean created;

    OwnedJob(Job job, RunningExecutions running) {
        this.job = job;
        this.running = running;
    }

    /** Whether an execution of it came to be, however that ended. */
    boolean created() {
        return created;
    }

    @Override
    public void execute(JobExecution execution) throws JobInterruptedException {
        created = true;
        running.begin(execution);
        try {
            job.execute(execution);
            running.end(execution);
        } catch (DataAccessException | TransactionException e) {
            throw running.broken(execution, e);
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
