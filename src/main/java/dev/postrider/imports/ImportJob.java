package dev.postrider.imports;

import dev.postrider.imports.source.SourceRow;
import dev.postrider.imports.source.ValueType;
import dev.postrider.recipient.RecipientUpserts;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the recipients of a CSV or JSON lines file in. {@code inspect} reads the file for the types of its attributes;
 * {@code import} writes it in chunks and remembers after each where to go on. Rows that cannot be imported go to the
 * reject file beside it, all others are imported.
 */
@Configuration(proxyBeanMethods = false)
public class ImportJob {

    public static final String NAME = "import";

    /** Key of the number of rows, in the job's context once the file has been inspected. */
    public static final String ROWS = "import.rows";

    static final String TYPES = "import.types";
    static final String INSPECT_STEP = "inspect";
    static final String IMPORT_STEP = "import";
    private static final String PARAMETERS = "#{stepExecution.jobParameters}";
    private static final int ROWS_A_CHUNK = 1_000;

    @Bean(NAME)
    Job importJob(JobRepository repository, @Qualifier("importStep") Step importStep) {
        Step inspect = new StepBuilder(INSPECT_STEP, repository)
                .tasklet(new InspectTasklet(), new ResourcelessTransactionManager())
                .build();
        return new JobBuilder(NAME, repository).start(inspect).next(importStep).build();
    }

    @Bean
    Step importStep(JobRepository repository, RowReader reader, RowProcessor processor, RowWriter writer) {
        return new StepBuilder(IMPORT_STEP, repository)
                .<SourceRow, ImportRow>chunk(ROWS_A_CHUNK)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(reader)
                .processor(processor)
                .writer(writer)
                .build();
    }

    @Bean
    @StepScope
    RowReader importReader(
            @Value(PARAMETERS) JobParameters parameters,
            @Value("#{jobExecutionContext['" + TYPES + "']}") Map<String, String> types) {
        return new RowReader(
                ImportParameters.from(parameters).file(),
                types.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, type -> ValueType.valueOf(type.getValue()))));
    }

    @Bean
    @StepScope
    RowProcessor importProcessor(@Value(PARAMETERS) JobParameters parameters) {
        return new RowProcessor(ImportParameters.from(parameters).source());
    }

    @Bean
    @StepScope
    RowWriter importWriter(RecipientUpserts upserts, @Value(PARAMETERS) JobParameters parameters) {
        return new RowWriter(upserts, ImportParameters.from(parameters).file());
    }
}
