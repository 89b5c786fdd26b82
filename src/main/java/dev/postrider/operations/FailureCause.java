package dev.postrider.operations;

import dev.postrider.recipient.Scrubbed;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;

/** Why an execution failed, as one line that is fit to be stored and shown. */
public final class FailureCause {

    private FailureCause() {}

    /** What went wrong first, other than that steps were stopped for it: Batch may call the whole job stopped then. */
    public static Optional<String> of(JobExecution execution) {
        return of(execution.getAllFailureExceptions());
    }

    static Optional<String> of(List<Throwable> failures) {
        return failures.stream()
                .map(FailureCause::fact)
                .filter(fact -> !(fact instanceof JobInterruptedException))
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.startsWith("Partition handler"))
                .findFirst()
                .map(message -> Scrubbed.masked(message, ""));
    }

    /** The fact that this program states, or else the innermost cause. */
    private static Throwable fact(Throwable failure) {
        Throwable fact = failure;
        while (fact.getCause() != null && !fact.getClass().getName().startsWith("dev.postrider.")) {
            fact = fact.getCause();
        }
        return fact;
    }
}
