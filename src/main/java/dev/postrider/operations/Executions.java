package dev.postrider.operations;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The executions in the job repository. */
@Component
class Executions {

    private static final Duration LAUNCH = Duration.ofSeconds(2);
    private static final String DIED = "its process died before it ended";
    private static final String BROKE_OFF = "the job repository failed before it ended";
    private static final String WITHDRAWN = "another process was faster to start the same job";

    private final JobRepository repository;
    private final Liveness liveness;

    Executions(JobRepository repository, Liveness liveness) {
        this.repository = repository;
        this.liveness = liveness;
    }

    JobExecution get(long id) {
        try {
            return Optional.ofNullable(repository.getJobExecution(id)).orElseThrow(() -> new JobExecutionNotFound(id));
        } catch (EmptyResultDataAccessException e) {
            throw new JobExecutionNotFound(id);
        }
    }

    List<JobExecution> of(JobInstance instance) {
        return repository.getJobExecutions(instance);
    }

    /** The newest execution of the instance with these parameters, if there is one. */
    Optional<JobExecution> last(String job, JobParameters parameters) {
        return Optional.ofNullable(repository.getJobInstance(job, parameters)).map(repository::getLastJobExecution);
    }

    boolean orphaned(JobExecution execution) {
        return liveness.orphaned(execution);
    }

    List<JobExecution> recent(int max) {
        return repository.getJobNames().stream()
                .flatMap(job -> recent(job, max))
                .sorted(Comparator.comparing(JobExecution::getId).reversed())
                .limit(max)
                .toList();
    }

    /** Of the job's newest instances, lazily. */
    Stream<JobExecution> recent(String job, int instances) {
        return repository.getJobInstances(job, 0, instances).stream().flatMap(instance -> of(instance).stream());
    }

    /**
     * Closes the executions of the instance whose process died, so that the instance can be started again; as often as
     * that happens. What JobOperator.recover offers works only once an instance. Waits until it is clear whether a
     * process that was just killed still lives.
     */
    void recover(JobInstance instance) {
        List<JobExecution> all = of(instance);
        all.forEach(liveness::awaitCertainty);
        all.stream().filter(liveness::orphaned).forEach(orphan -> close(orphan, DIED));
        passOnContext(all);
    }

    /** A restart continues from the last execution's context; one that was withdrawn has it as it was at its creation. */
    private void passOnContext(List<JobExecution> newestFirst) {
        JobExecution last = newestFirst.isEmpty() ? null : newestFirst.get(0);
        if (last != null && withdrawn(last)) {
            newestFirst.stream()
                    .filter(execution -> !withdrawn(execution))
                    .findFirst()
                    .ifPresent(begun -> {
                        last.setExecutionContext(begun.getExecutionContext());
                        repository.updateExecutionContext(last);
                    });
        }
    }

    private static boolean withdrawn(JobExecution execution) {
        return execution.getExitStatus().getExitDescription().contains(WITHDRAWN);
    }

    /** @throws JobRefused unless some process is at work on the execution */
    void checkAtWork(JobExecution execution) {
        if (liveness.orphaned(execution)) {
            throw new JobRefused(label(execution) + " is not at work: its process died (restart continues it)");
        }
        if (!liveness.worked(execution)) {
            throw new JobRefused(label(execution) + " is not at work: it is "
                    + execution.getStatus().name().toLowerCase(Locale.ROOT));
        }
    }

    /** @throws JobRefused when the execution was restarted since */
    void checkLast(JobExecution execution) {
        JobExecution last = repository.getLastJobExecution(execution.getJobInstance());
        if (last != null && last.getId() != execution.getId()) {
            throw new JobRefused(label(execution) + " was continued by job execution " + last.getId());
        }
    }

    /**
     * Waits as {@link #recover} does.
     *
     * @throws JobRefused unless the execution's process died before it closed it; {@link JobOver} when it is over for good
     */
    void checkRecoverable(JobExecution execution) {
        liveness.awaitCertainty(execution);
        if (!liveness.orphaned(execution)) {
            checkLast(execution);
            checkRestartable(execution);
            throw new JobRefused(label(execution) + " is closed already: it is "
                    + execution.getStatus().name().toLowerCase(Locale.ROOT) + " (restart continues it)");
        }
    }

    /** @throws JobRefused unless the execution ended without having done its work; {@link JobOver} when that is for good */
    void checkRestartable(JobExecution execution) {
        boolean worked = liveness.worked(execution);
        obstacle(execution, worked).ifPresent(obstacle -> {
            throw worked ? new JobRefused(obstacle) : new JobOver(obstacle);
        });
    }

    /** What keeps the execution from beginning: another one of its instance is owned by a live process, or did the work. */
    Optional<String> obstacle(JobExecution execution) {
        return of(execution.getJobInstance()).stream()
                .filter(other -> other.getId() != execution.getId())
                .flatMap(other -> obstacle(other, liveness.owned(other)).stream())
                .findFirst();
    }

    private Optional<String> obstacle(JobExecution execution, boolean worked) {
        String label = label(execution);
        if (worked) {
            return Optional.of(label + " is at work in " + liveness.describeOwner(execution));
        }
        return switch (execution.getStatus()) {
            case COMPLETED -> Optional.of(label + " completed: there is nothing left to do");
            case ABANDONED -> Optional.of(label + " was abandoned");
            default -> Optional.empty();
        };
    }

    /** Closes an execution that has not begun. */
    void withdraw(JobExecution execution) {
        close(execution, WITHDRAWN);
    }

    /** Closes an execution that has ended although it could not say so, and returns it as it is stored. */
    JobExecution breakOff(JobExecution ended) {
        JobExecution stored = get(ended.getId());
        close(stored, BROKE_OFF);
        return stored;
    }

    /** An instance without an execution: its process died between the two, or is just about to add one. */
    void dropUnlessLaunching(JobInstance instance) {
        LockSupport.parkNanos(LAUNCH.toNanos());
        if (of(instance).isEmpty()) {
            repository.deleteJobInstance(instance);
        }
    }

    static String label(JobExecution execution) {
        return "job execution " + execution.getId() + " ("
                + execution.getJobInstance().getJobName() + ")";
    }

    /** Another process may close the execution at the same time. */
    private void close(JobExecution seen, String why) {
        JobExecution execution = seen;
        do {
            try {
                write(execution, why);
                return;
            } catch (OptimisticLockingFailureException e) {
                execution = get(seen.getId());
            }
        } while (open(execution.getStatus()));
    }

    private void write(JobExecution execution, String why) {
        execution.getStepExecutions().stream()
                .filter(step -> open(step.getStatus()))
                .forEach(step -> closeStep(step, why));
        if (execution.getStatus() != BatchStatus.STOPPED) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setExitStatus(ExitStatus.FAILED.addExitDescription(why));
        }
        execution.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
        repository.update(execution);
    }

    /** A process that helped may still write to the step until it notices that nobody holds the job. */
    private void closeStep(StepExecution seen, String why) {
        StepExecution step = seen;
        while (step != null && open(step.getStatus())) {
            try {
                close(step, why);
                return;
            } catch (OptimisticLockingFailureException e) {
                step = repository.getStepExecution(seen.getId());
            }
        }
    }

    private void close(StepExecution step, String why) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED.addExitDescription(why));
        step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
        repository.update(step);
    }

    private static boolean open(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
