package dev.postrider.inactivity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Adds up what the partitions have counted, in whichever attempt of the job each was done. */
final class TotalTasklet implements Tasklet {

    private static final Logger log = LoggerFactory.getLogger(TotalTasklet.class);

    private final JobRepository executions;

    TotalTasklet(JobRepository executions) {
        this.executions = executions;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        JobExecution job = contribution.getStepExecution().getJobExecution();
        ExecutionContext context = job.getExecutionContext();
        StageCounts none = StageCounts.none(Stages.parse(context.getString(InactivityJob.STAGES)));
        StageCounts total = none;
        for (String partition : RangePartitioner.frozenIn(context).partition(0).keySet()) {
            StepExecution step =
                    executions.getLastStepExecution(job.getJobInstance(), InactivityJob.MARK_STEP + ":" + partition);
            if (step == null) {
                throw new IllegalStateException("no execution of partition " + partition);
            }
            total = total.plus(none.readFrom(step.getExecutionContext()));
        }
        total.writeTo(context);
        if (total.undated() > 0) {
            log.warn("{} recipients have neither lastActiveAt nor signedUpAt and were left alone", total.undated());
        }
        return RepeatStatus.FINISHED;
    }
}
