package dev.postrider.proof;

import org.springframework.batch.core.job.JobExecution;

/** For which cause of its pause a person went on with a run; kept with the execution of its job. */
public final class ProofAcceptance {

    private static final String ACCEPTED = "proof.accepted";

    private ProofAcceptance() {}

    /** A person goes on with a run that had paused for this cause; of effect where the cause was the proof's. */
    public static void goOn(JobExecution execution, String cause) {
        execution.getExecutionContext().putString(ACCEPTED, cause);
    }

    static boolean given(JobExecution execution, ProofOutcome outcome) {
        return outcome.accepted(execution.getExecutionContext().getString(ACCEPTED, ""));
    }
}
