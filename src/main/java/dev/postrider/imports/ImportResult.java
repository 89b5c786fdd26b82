package dev.postrider.imports;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Figures of an import over all its attempts, as of the last chunk that is done. Rows that were neither new nor different
 * are read only.
 */
public record ImportResult(long read, long imported, long updated, long rejected) {

    static final ImportResult NONE = new ImportResult(0, 0, 0, 0);

    private static final String READ = "import.read";
    private static final String IMPORTED = "import.imported";
    private static final String UPDATED = "import.updated";
    private static final String REJECTED = "import.rejected";

    static ImportResult of(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .filter(step -> step.getStepName().equals(ImportJob.IMPORT_STEP))
                .map(StepExecution::getExecutionContext)
                .map(ImportResult::from)
                .findFirst()
                .orElse(NONE);
    }

    public long unchanged() {
        return read - imported - updated - rejected;
    }

    ImportResult plus(ImportResult other) {
        return new ImportResult(
                read + other.read, imported + other.imported, updated + other.updated, rejected + other.rejected);
    }

    static ImportResult from(ExecutionContext context) {
        return new ImportResult(
                context.getLong(READ, 0),
                context.getLong(IMPORTED, 0),
                context.getLong(UPDATED, 0),
                context.getLong(REJECTED, 0));
    }

    void putInto(ExecutionContext context) {
        context.putLong(READ, read);
        context.putLong(IMPORTED, imported);
        context.putLong(UPDATED, updated);
        context.putLong(REJECTED, rejected);
    }
}
