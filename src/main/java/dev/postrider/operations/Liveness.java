package dev.postrider.operations;

import dev.postrider.ledger.Owners;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

    private final Owners owners;
    private final Clock clock;

    Liveness(Owners owners, Clock clock) {
        this.owners = owners;
        this.clock = clock;
    }

    boolean worked(JobExecution execution) {
        return OwnerMark.owner(execution).map(owners::alive).orElseGet(() -> launching(execution));
    }

    /** The process that had the execution died before it could close it. */
    boolean orphaned(JobExecution execution) {
        return unfinished(execution) && !worked(execution);
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

    private static boolean unfinished(JobExecution execution) {
        return execution.getStatus().isRunning()
                || execution.getStatus() == BatchStatus.UNKNOWN
                || execution.getStepExecutions().stream()
                        .map(step -> step.getStatus())
                        .anyMatch(status -> status.isRunning() || status == BatchStatus.UNKNOWN);
    }
}
