package dev.postrider.operations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The executions that this process works on; each carries the process's mark while it runs. A stop that any process
 * wrote to the job repository reaches all steps within a second, also those in the middle of a chunk:
 * {@link StepExecution#isTerminateOnly()} is then true. So does the end of an execution that another process closed while
 * this one was frozen.
 */
@Component
class RunningExecutions implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RunningExecutions.class);

    private final Map<Long, JobExecution> running = new ConcurrentHashMap<>();
    private final Set<JobExecution> broken = ConcurrentHashMap.newKeySet();
    private final Ownership ownership;
    private final StopRequests stopRequests;
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stop-requests");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> looking;
    private volatile boolean closed;

    RunningExecutions(Ownership ownership, StopRequests stopRequests, ApplicationEventPublisher events) {
        this.ownership = ownership;
        this.events = events;
        this.stopRequests = stopRequests;
        this.looking = looks.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** From now on nothing begins: what is about to is stopped before its first step. */
    void close() {
        closed = true;
    }

    /** @throws JobRefused when this process is about to end */
    void checkOpen() {
        if (closed) {
            throw new JobRefused("interrupted before the job began");
        }
    }

    /** @throws JobRefused when another process works on the same instance */
    void begin(JobExecution execution) {
        ownership.take(execution);
        running.put(execution.getId(), execution);
        if (closed) {
            execution.setStatus(BatchStatus.STOPPING);
        }
    }

    void end(JobExecution execution) {
        running.remove(execution.getId());
        ownership.release(execution);
    }

    /** Takes note that an execution ended whose end the job repository does not take; it is closed when that is back. */
    JobRepositoryFailed broken(JobExecution execution, RuntimeException cause) {
        running.remove(execution.getId());
        broken.add(execution);
        JobRepositoryFailed failure = new JobRepositoryFailed(Executions.label(execution), cause);
        events.publishEvent(new JobBrokeOff(
                execution.getId(),
                execution.getJobInstance().getJobName(),
                JobViews.parameters(execution.getJobParameters()),
                String.valueOf(failure.getMessage())));
        return failure;
    }

    List<JobExecution> all() {
        return List.copyOf(running.values());
    }

    /** Without effect on an execution that is at work in another process. */
    void stopSteps(long id) {
        JobExecution execution = running.get(id);
        if (execution != null) {
            execution.getStepExecutions().forEach(StepExecution::setTerminateOnly);
        }
    }

    private void look() {
        stopRequests.among(running.keySet()).forEach(this::stopSteps);
        broken.removeIf(this::closed);
    }

    private boolean closed(JobExecution execution) {
        try {
            ownership.giveUp(execution);
            return true;
        } catch (DataAccessException | TransactionException e) {
            log.debug("could not close {}: {}", Executions.label(execution), e.getMessage());
            return false;
        }
    }

    @Override
    public void destroy() {
        looking.cancel(true);
        looks.shutdown();
    }
}
