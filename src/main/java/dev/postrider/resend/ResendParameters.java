package dev.postrider.resend;

import dev.postrider.ledger.RunId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Parameters of the job {@value ResendJob#NAME}: run and attempt are the identity. */
public record ResendParameters(RunId run, int attempt) {

    private static final String RUN = "run";
    private static final String ATTEMPT = "attempt";

    public static ResendParameters of(Resend resend) {
        return new ResendParameters(resend.run(), resend.attempt());
    }

    static ResendParameters of(JobParameters parameters) {
        return new ResendParameters(
                new RunId(String.valueOf(parameters.getString(RUN))),
                Integer.parseInt(String.valueOf(parameters.getString(ATTEMPT))));
    }

    /** The resend of a job, empty for jobs of other kinds. */
    static Optional<ResendParameters> of(String job, Map<String, String> parameters) {
        return job.equals(ResendJob.NAME)
                ? Optional.of(new ResendParameters(
                        new RunId(Objects.requireNonNull(parameters.get(RUN))),
                        Integer.parseInt(Objects.requireNonNull(parameters.get(ATTEMPT)))))
                : Optional.empty();
    }

    Map<String, String> toMap() {
        return Map.of(RUN, run.value(), ATTEMPT, Integer.toString(attempt));
    }

    public JobParameters toJobParameters() {
        return new JobParametersBuilder()
                .addString(RUN, run.value())
                .addString(ATTEMPT, Integer.toString(attempt))
                .toJobParameters();
    }
}
