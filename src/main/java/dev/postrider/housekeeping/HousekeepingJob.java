package dev.postrider.housekeeping;

import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
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
    Job housekeepingJob(JobRepository repository, List<Purge> purges) {
        List<Step> steps = purges.stream().map(purge -> step(repository, purge)).toList();
        SimpleJobBuilder job = new JobBuilder(NAME, repository).start(steps.get(0));
        steps.stream().skip(1).forEach(job::next);
        return job.build();
    }

    private static Step step(JobRepository repository, Purge purge) {
        return new StepBuilder(purge.what(), repository)
                .tasklet(new PurgeTasklet(purge), new ResourcelessTransactionManager())
                .build();
    }
}
