package dev.postrider.imports;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The two rooms an import needs, and the stores; no stereotype, so that the application does not find it. */
@EnableAutoConfiguration
@ComponentScan({"dev.postrider.imports", "dev.postrider.recipient"})
class ImportSlice {

    interface Import {
        JobExecution run(ImportParameters parameters) throws Exception;

        default JobExecution run(Path file) throws Exception {
            return run(ImportParameters.of(file));
        }
    }

    @Bean
    Import runner(JobOperator operator, Job importJob) {
        return parameters -> operator.start(importJob, parameters.toJobParameters());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
