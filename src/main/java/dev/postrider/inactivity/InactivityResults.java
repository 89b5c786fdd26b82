package dev.postrider.inactivity;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Repository;

/** Results of inactivity jobs, by the id of a job execution; all zero before the job has ended. */
@Repository
public class InactivityResults {

    private final JobRepository executions;
    private final InactivitySettings settings;

    InactivityResults(JobRepository executions, InactivitySettings settings) {
        this.executions = executions;
        this.settings = settings;
    }

    public InactivityResult of(long id) {
        JobExecution execution = executions.getJobExecution(id);
        if (execution == null || !execution.getJobInstance().getJobName().equals(InactivityJob.NAME)) {
            throw new IllegalArgumentException(id + " is not the execution of an inactivity job");
        }
        var context = execution.getExecutionContext();
        Stages stages = context.containsKey(InactivityJob.STAGES)
                ? Stages.parse(context.getString(InactivityJob.STAGES))
                : new Stages(settings.stages());
        StageCounts counts = StageCounts.none(stages).readFrom(context);
        return new InactivityResult(
                InactivityParameters.from(execution.getJobParameters()).asOf(),
                counts.byStage(),
                counts.undated(),
                counts.written());
    }
}
