package dev.postrider.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Repository;

/** Results of imports, by the id of a job execution. */
@Repository
public class ImportResults {

    private final JobRepository executions;

    ImportResults(JobRepository executions) {
        this.executions = executions;
    }

    public ImportResult of(long execution) {
        return ImportResult.of(find(execution));
    }

    /** The file with the refused rows, if any has been refused. */
    public Optional<Path> rejects(long execution) {
        Path file = ImportParameters.from(find(execution).getJobParameters()).file();
        return of(execution).rejected() == 0
                ? Optional.empty()
                : Optional.of(RejectFile.beside(file)).filter(Files::exists);
    }

    private JobExecution find(long id) {
        JobExecution execution = executions.getJobExecution(id);
        if (execution == null || !execution.getJobInstance().getJobName().equals(ImportJob.NAME)) {
            throw new IllegalArgumentException(id + " is not the execution of an import");
        }
        return execution;
    }
}
