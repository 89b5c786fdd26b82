package dev.postrider.operations;

import dev.postrider.ledger.LedgerSettings;
import dev.postrider.ledger.Owners;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.stereotype.Component;

/**
 * Whether some process still works on an execution. The status alone does not tell: it stays STARTED when the process
 * is killed, and is STOPPING while steps finish what they have in hand.
 */
@Component
class Liveness {

    /** How long an execution may take from its creation to the mark of its owner. */
    private static final Duration LAUNCH = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Liveness.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Owners owners;
    private final Duration lease;
    private final Clock clock;

    Liveness(Owners owners, LedgerSettings settings, Clock clock) {
        this.owners = owners;
        this.lease = settings.lease();
        this.clock = clock;
    }

    boolean worked(JobExecution execution) {
        return OwnerMark.owner(execution).map(owners::alive).orElseGet(() -> launching(execution));
    }

    /** As {@link #worked}, but one that has yet to get its owner's mark does not count. */
    boolean owned(JobExecution execution) {
        return OwnerMark.owner(execution).filter(owners::alive).isPresent();
    }

    /** The process that had the execution died before it could close it. */
    boolean orphaned(JobExecution execution) {
        return unfinished(execution) && !worked(execution);
    }

    /**
     * Returns when nobody works on the execution, or when its owner, if that is another process, has held its lease for
     * so long that it must be alive.
     */
    void awaitCertainty(JobExecution execution) {
        String owner = OwnerMark.owner(execution).orElse(owners.self());
        if (owner.equals(owners.self()) || !owners.alive(owner)) {
            return;
        }
        log.warn(
                "job execution {} belongs to {}: waiting whether that still lives",
                execution.getId(),
                owners.describe(owner));
        long start = System.nanoTime();
        while (owners.alive(owner)
                && System.nanoTime() - start < lease.plus(POLL).toNanos()) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** For people: {@code process 4711 on host-a}. */
    String describeOwner(JobExecution execution) {
        return OwnerMark.owner(execution).map(owners::describe).orElse("a process that is just starting it");
    }

    private boolean launching(JobExecution execution) {
        Instant created =
                execution.getCreateTime().atZone(ZoneId.systemDefault()).toInstant();
        return execution.getStatus().isRunning()
                && created.isAfter(clock.instant().minus(LAUNCH));
    }

    /** A helper that died as it joined may have left a step open in a job that is complete all the same. */
    private static boolean unfinished(JobExecution execution) {
        BatchStatus status = execution.getStatus();
        return status != BatchStatus.COMPLETED
                && (open(status) || execution.getStepExecutions().stream().anyMatch(step -> open(step.getStatus())));
    }

    private static boolean open(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
