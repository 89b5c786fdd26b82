package dev.postrider.operations;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Starts an execution and stays with it until it is over.
 * <ol>
 *   <li>Executions of the same instance whose process died are closed.
 *   <li>The last one is continued, unless it is running, complete or abandoned.
 *   <li>Of two processes that start a new instance the unique key lets one through; of two that have
 *       each created an execution of it, the first to put its mark on one.
 * </ol>
 */
@Component
class JobLaunch {

    private final JobOperator operator;
    private final ObjectProvider<Job> jobs;
    private final JobRepository repository;
    private final Executions executions;
    private final RunningExecutions running;

    JobLaunch(
            JobOperator operator,
            ObjectProvider<Job> jobs,
            JobRepository repository,
            Executions executions,
            RunningExecutions running) {
        this.operator = operator;
        this.jobs = jobs;
        this.repository = repository;
        this.executions = executions;
        this.running = running;
    }

    JobExecution launch(String name, JobParameters parameters) {
        running.checkOpen();
        Job job = jobs.stream()
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new JobRefused("there is no job '" + name + "'"));
        JobInstance instance = repository.getJobInstance(name, parameters);
        if (instance != null) {
            prepare(instance);
            running.checkOpen();
        }
        return start(job, parameters);
    }

    private void prepare(JobInstance instance) {
        executions.recover(instance);
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            executions.dropUnlessLaunching(instance);
        } else {
            executions.checkRestartable(last);
        }
    }

    private JobExecution start(Job job, JobParameters parameters) {
        OwnedJob owned = new OwnedJob(job, running);
        try {
            return operator.start(owned, parameters);
        } catch (JobExecutionAlreadyRunningException | JobInstanceAlreadyCompleteException e) {
            throw overtaken(job);
        } catch (JobExecutionException e) {
            throw new JobRefused("job " + job.getName() + " cannot start: " + e.getMessage());
        } catch (DuplicateKeyException | ConcurrencyFailureException | IllegalStateException e) {
            if (owned.created()) {
                throw e;
            }
            // An IllegalStateException is what Batch says when the instance appears between two of its own looks.
            throw overtaken(job);
        }
    }

    private static JobRefused overtaken(Job job) {
        return new JobRefused("job " + job.getName() + " is being started by another process at this moment");
    }
}
