package dev.postrider.inactivity;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Marks recipients with the stage of inactivity they have reached as of a date, and takes the mark from those who are
 * active again. {@code ranges} freezes stages and partitions, {@code mark} works on the partitions side by side and
 * writes only what has changed, {@code total} adds up the counts.
 */
@Configuration(proxyBeanMethods = false)
public class InactivityJob {

    public static final String NAME = "inactivity";

    static final String STAGES = "inactivity.stages";
    static final String BOUNDS = "inactivity.bounds";
    static final String MARK_STEP = "mark";
    private static final int RECIPIENTS_A_CHUNK = 1_000;
    private static final String STAGES_OF_JOB = "#{jobExecutionContext['" + STAGES + "']}";
    private static final String PARAMETERS = "#{stepExecution.jobParameters}";

    @Bean(NAME)
    Job inactivityJob(
            JobRepository repository,
            MongoDatabaseFactory mongo,
            InactivitySettings settings,
            @Qualifier("markStep") Step markStep) {
        return new JobBuilder(NAME, repository)
                .start(tasklet("ranges", repository, new RangesTasklet(mongo, settings)))
                .next(markStep)
                .next(tasklet("total", repository, new TotalTasklet(repository)))
                .build();
    }

    private static Step tasklet(String name, JobRepository repository, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .build();
    }

    @Bean
    Step markStep(
            JobRepository repository,
            InactivitySettings settings,
            RangePartitioner partitioner,
            @Qualifier("markRangeStep") Step markRangeStep) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("inactivity-");
        threads.setConcurrencyLimit(settings.partitions());
        return new StepBuilder(MARK_STEP, repository)
                .partitioner(MARK_STEP, partitioner)
                .step(markRangeStep)
                .gridSize(settings.partitions())
                .taskExecutor(threads)
                .build();
    }

    @Bean
    Step markRangeStep(
            JobRepository repository, ActivityReader reader, StageProcessor processor, FindingWriter writer) {
        return new StepBuilder(MARK_STEP, repository)
                .<Activity, Finding>chunk(RECIPIENTS_A_CHUNK)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(reader)
                .processor(processor)
                .writer(writer)
                .build();
    }

    @Bean
    @StepScope
    RangePartitioner inactivityPartitioner(@Value("#{stepExecution}") StepExecution step) {
        return RangePartitioner.frozenIn(step.getJobExecution().getExecutionContext());
    }

    @Bean
    @StepScope
    ActivityReader activityReader(MongoDatabaseFactory mongo, @Value("#{stepExecution}") StepExecution step) {
        return new ActivityReader(mongo, RangePartitioner.range(step.getExecutionContext()));
    }

    @Bean
    @StepScope
    StageProcessor stageProcessor(@Value(STAGES_OF_JOB) String stages, @Value(PARAMETERS) JobParameters parameters) {
        return new StageProcessor(Stages.parse(stages), asOf(parameters));
    }

    @Bean
    @StepScope
    FindingWriter findingWriter(
            MongoDatabaseFactory mongo,
            @Value(STAGES_OF_JOB) String stages,
            @Value(PARAMETERS) JobParameters parameters) {
        return new FindingWriter(
                mongo,
                Stages.parse(stages),
                asOf(parameters).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static LocalDate asOf(JobParameters parameters) {
        return InactivityParameters.from(parameters).asOf();
    }
}
