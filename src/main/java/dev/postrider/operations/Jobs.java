package dev.postrider.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.stereotype.Service;

/**
 * Starts, stops, recovers, restarts and gives up jobs; each of that is in the audit trail before it is done. Ids are those of job
 * executions.
 */
@Service
public class Jobs {

    private static final int SEARCHED = 200;

    private final AuditedOperations operations;
    private final Executions executions;
    private final RunningExecutions running;
    private final JobViews views;

    Jobs(AuditedOperations operations, Executions executions, RunningExecutions running, JobViews views) {
        this.operations = operations;
        this.executions = executions;
        this.running = running;
        this.views = views;
    }

    /**
     * Runs the job and returns when it is over, however it ended. An instance that stopped or failed earlier, or whose
     * process died, is continued.
     *
     * @throws JobRefused when it is at work; {@link JobOver} when it is complete or abandoned
     */
    public JobView start(String job, JobParameters parameters) {
        return views.view(operations.start(job, parameters));
    }

    /** Continues the execution; otherwise as {@link #start}. */
    public JobView restart(long id) {
        return views.view(operations.restart(executions.get(id)));
    }

    /**
     * Asks the execution to stop, in whatever process it is, and returns at once: it is over when its steps are.
     *
     * @throws JobRefused when it is not at work
     */
    public JobView stop(long id) {
        return views.view(operations.stop(executions.get(id), "by its id"));
    }

    /**
     * Closes the execution, whose process died, as often as that happens to its instance: it has failed then, and can be
     * continued. To start, restart or abandon it does the same first.
     *
     * @throws JobRefused when it is at work, or closed already; {@link JobOver} when it is complete or abandoned
     */
    public JobView recover(long id) {
        return views.view(operations.recover(executions.get(id)));
    }

    /**
     * Gives the execution up: it is never continued, nor is its instance.
     *
     * @throws JobRefused when it is at work, complete or abandoned already
     */
    public JobView abandon(long id) {
        return views.view(operations.abandon(executions.get(id)));
    }

    /** @throws JobExecutionNotFound when there is none */
    public JobView show(long id) {
        return views.view(executions.get(id));
    }

    /** The newest first. */
    public List<JobView> list(int max) {
        return executions.recent(max).stream().map(views::view).toList();
    }

    /** The newest execution of the job that has these parameters, among others. */
    public Optional<JobView> latest(String job, Map<String, String> parameters) {
        return executions
                .recent(job, SEARCHED)
                .filter(execution -> JobViews.parameters(execution.getJobParameters())
                        .entrySet()
                        .containsAll(parameters.entrySet()))
                .findFirst()
                .map(views::view);
    }

    /** What the steps at work in this process have done up to now, for progress: no store is asked. */
    public List<StepView> ownSteps() {
        return running.all().stream().flatMap(JobViews::steps).toList();
    }

    /** A number that a job at work in this process keeps in its context, 0 while there is none. */
    public long ownNumber(String key) {
        return running.all().stream()
                .mapToLong(execution -> execution.getExecutionContext().getLong(key, 0))
                .max()
                .orElse(0);
    }

    /** Asks all executions at work in this process to stop; from now on it starts none. */
    public void stopOwn() {
        running.close();
        running.all().forEach(execution -> operations.stop(execution, "its process was interrupted"));
    }
}
