package dev.postrider.resend;

import dev.postrider.delivery.SendingHeld;
import dev.postrider.run.HeldRun;
import java.time.Duration;
import org.springframework.batch.core.step.StepExecution;

/**
 * Whether a resend at work has to stop: it was asked to, here or in another process, or lost its run to one. Looks at both
 * documents twice a second.
 */
class ResendStop {

    /** Why it is held, in the context of the job. */
    static final String HOLD = "resend.hold";

    private static final Duration LOOK = Duration.ofMillis(500);

    private final StepExecution step;
    private final Resends resends;
    private final HeldRun run;
    private final ResendParameters id;
    private long lookedAt = System.nanoTime();

    ResendStop(StepExecution step, Resends resends, HeldRun run) {
        this.step = step;
        this.resends = resends;
        this.run = run;
        this.id = ResendParameters.of(step.getJobParameters());
    }

    boolean raised() {
        if (!step.isTerminateOnly() && System.nanoTime() - lookedAt > LOOK.toNanos()) {
            lookedAt = System.nanoTime();
            if (run.lost() || resends.stopRequested(id)) {
                stepNow();
            }
        }
        return step.isTerminateOnly();
    }

    void stepNow() {
        step.setTerminateOnly();
    }

    /** Limits or SES do not let it go on. */
    void hold(SendingHeld held) {
        String until = held.resumesAt() == null ? "" : "; it can go on from " + held.resumesAt();
        step.getJobExecution().getExecutionContext().putString(HOLD, held.getMessage() + until);
        stepNow();
    }
}
