package dev.postrider.proof;

import org.springframework.batch.core.job.JobExecution;

/** For which cause of its pause a person went on with a run; kept with the execution of its job. */
public final class ProofAcceptance {

    private static final String ACCEPTED = "proof.accepted";

    private ProofAcceptance() {}

    /** A person goes on with a run that had paused for this cause of its proof's. */
    public static void goOn(JobExecution execution, String cause) {
        execution.getExecutionContext().putString(ACCEPTED, cause);
    }

    /** A person has gone on once, whatever became of the run since. */
    static boolean given(JobExecution execution) {
        return execution.getExecutionContext().containsKey(ACCEPTED);
    }

    /** The cause for which a person went on last begins with these facts. */
    static boolean given(JobExecution execution, String facts) {
        return execution.getExecutionContext().getString(ACCEPTED, "").startsWith(facts);
    }
}
