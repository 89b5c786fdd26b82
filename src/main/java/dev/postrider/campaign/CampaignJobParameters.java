package dev.postrider.campaign;

import dev.postrider.ledger.RunId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Parameters of the job {@value CampaignJob#NAME}: the run is the identity, so a slot has one job instance. */
public record CampaignJobParameters(RunId run) {

    private static final String RUN = "run";

    public static CampaignJobParameters of(JobParameters parameters) {
        return new CampaignJobParameters(new RunId(String.valueOf(parameters.getString(RUN))));
    }

    /** The run of a job, empty for jobs of other kinds. */
    public static Optional<RunId> run(String job, Map<String, String> parameters) {
        return job.equals(CampaignJob.NAME)
                ? Optional.of(new RunId(Objects.requireNonNull(parameters.get(RUN))))
                : Optional.empty();
    }

    public JobParameters toJobParameters() {
        return new JobParametersBuilder().addString(RUN, run.value()).toJobParameters();
    }
}
