package dev.postrider.chore;

import dev.postrider.SettableClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A job that counts how often it did its work, and fails when it is told to. */
@TestConfiguration(proxyBeanMethods = false)
class Sweeping {

    static final String NAME = "sweeping";

    static final class Broom {

        private volatile @Nullable String failure;
        private volatile int swept;

        void failWith(@Nullable String message) {
            failure = message;
        }

        int swept() {
            return swept;
        }

        synchronized void sweep() {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            swept++;
        }
    }

    @Bean
    Broom broom() {
        return new Broom();
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    @Bean
    Job sweepingJob(JobRepository repository, Broom broom) {
        return new JobBuilder(NAME, repository)
                .start(new StepBuilder("sweep", repository)
                        .tasklet((contribution, context) -> {
                            broom.sweep();
                            return RepeatStatus.FINISHED;
                        })
                        .build())
                .build();
    }

    @Bean
    ChoreJob sweepingChore() {
        return new ChoreJob() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public JobParameters parameters(Instant slot, ZoneId zone) {
                return new JobParametersBuilder()
                        .addString("slot", slot.toString())
                        .toJobParameters();
            }
        };
    }
}
