package dev.postrider.operations;

import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;

/**
 * Who works on an execution, kept in its context as {@code <execution>/<owner>}. A restart inherits the context, so a
 * mark that names another execution says nothing; an execution that ended in order has none.
 */
final class OwnerMark {

    private static final String KEY = "operations.owner";

    private OwnerMark() {}

    static void set(JobExecution execution, String owner) {
        execution.getExecutionContext().putString(KEY, execution.getId() + "/" + owner);
    }

    static void clear(JobExecution execution) {
        execution.getExecutionContext().remove(KEY);
    }

    static Optional<String> owner(JobExecution execution) {
        String prefix = execution.getId() + "/";
        String mark = execution.getExecutionContext().getString(KEY, "");
        return mark.startsWith(prefix) ? Optional.of(mark.substring(prefix.length())) : Optional.empty();
    }
}
