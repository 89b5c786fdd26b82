package dev.postrider.operations;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A job of one step, which is an {@link Errand}. */
@TestConfiguration(proxyBeanMethods = false)
class ErrandJob {

    @Bean
    Errand errandTasklet() {
        return new Errand();
    }

    @Bean
    Job errand(JobRepository repository, Errand errand) {
        return new JobBuilder(Errand.NAME, repository)
                .start(new StepBuilder("run", repository)
                        .tasklet((contribution, context) -> {
                            errand.run(contribution.getStepExecution());
                            return RepeatStatus.FINISHED;
                        })
                        .build())
                .build();
    }
}
