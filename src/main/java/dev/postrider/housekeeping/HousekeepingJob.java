package dev.postrider.housekeeping;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@value #NAME}: one step for each purge, which stops between two batches and is repeated from there. */
@Configuration(proxyBeanMethods = false)
public class HousekeepingJob {

    public static final String NAME = "housekeeping";

    @Bean(NAME)
    Job housekeepingJob(JobRepository repository, RunPurge runs, JobPurge jobs) {
        return new JobBuilder(NAME, repository)
                .start(step(repository, runs))
                .next(step(repository, jobs))
                .build();
    }

    private static Step step(JobRepository repository, Purge purge) {
        return new StepBuilder(purge.what(), repository)
                .tasklet(new PurgeTasklet(purge), new ResourcelessTransactionManager())
                .build();
    }
}
