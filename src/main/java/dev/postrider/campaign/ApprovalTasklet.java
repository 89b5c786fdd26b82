package dev.postrider.campaign;

import dev.postrider.run.Runs;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Step approval: has a large run wait for a second person's yes, once it is planned. */
@Component
class ApprovalTasklet implements Tasklet {

    private final Runs runs;
    private final ApprovalGate gate;

    ApprovalTasklet(Runs runs, ApprovalGate gate) {
        this.runs = runs;
        this.gate = gate;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        CampaignJobParameters parameters =
                CampaignJobParameters.of(contribution.getStepExecution().getJobParameters());
        return gate.open(runs.get(parameters.run())) ? RepeatStatus.FINISHED : RepeatStatus.CONTINUABLE;
    }
}
