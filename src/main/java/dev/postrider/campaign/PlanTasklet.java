package dev.postrider.campaign;

import dev.postrider.run.HeldRun;
import dev.postrider.run.RunHolder;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Step plan: freezes the recipients. */
@Component
class PlanTasklet implements Tasklet {

    private final RunHolder holder;
    private final Planner planner;

    PlanTasklet(RunHolder holder, Planner planner) {
        this.holder = holder;
        this.planner = planner;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        HeldRun held = holder.get(
                CampaignJobParameters.of(contribution.getStepExecution().getJobParameters())
                        .run());
        contribution.incrementWriteCount(planner.plan(held).planned());
        return RepeatStatus.FINISHED;
    }
}
