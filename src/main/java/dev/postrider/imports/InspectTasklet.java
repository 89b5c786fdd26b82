package dev.postrider.imports;

import dev.postrider.imports.source.LinePosition;
import dev.postrider.imports.source.SourceRow;
import dev.postrider.imports.source.SourceRows;
import dev.postrider.imports.source.ValueType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Reads the file once before anything is written, for the type of each attribute and the number of rows. */
final class InspectTasklet implements Tasklet {

    private static final int ROWS_A_LOOK = 10_000;

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
        StepExecution step = contribution.getStepExecution();
        Path file = ImportParameters.from(step.getJobParameters()).file();
        Map<String, ValueType> types = new HashMap<>();
        long count = 0;
        try (SourceRows rows = SourceRows.open(file, Map.of(), LinePosition.START)) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                row.attributes().forEach((name, value) -> look(types, name, value));
                if (++count % ROWS_A_LOOK == 0 && step.isTerminateOnly()) {
                    throw new JobInterruptedException("stopped");
                }
            }
        }
        ExecutionContext context = step.getJobExecution().getExecutionContext();
        context.putLong(ImportJob.ROWS, count);
        HashMap<String, String> names = new HashMap<>();
        types.forEach((name, type) -> names.put(name, type.name()));
        context.put(ImportJob.TYPES, names);
        return RepeatStatus.FINISHED;
    }

    private static void look(Map<String, ValueType> types, String name, @Nullable Object value) {
        if (value instanceof String text) {
            types.merge(name, ValueType.of(text), ValueType::join);
        }
    }
}
