package dev.postrider.campaign;

import dev.postrider.ledger.Figures;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.run.HeldRun;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Step report: closes a run whose figures add up. */
@Component
class ReportTasklet implements Tasklet {

    private final RunHolder holder;
    private final Ledger ledger;
    private final FinishedOutbox outbox;

    ReportTasklet(RunHolder holder, Ledger ledger, FinishedOutbox outbox) {
        this.holder = holder;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunId run = CampaignJobParameters.of(contribution.getStepExecution().getJobParameters())
                .run();
        HeldRun held = holder.get(run);
        Figures figures = ledger.figures(run);
        long planned = held.read().planned();
        if (figures.claimed() > 0 || figures.total() != planned) {
            throw new IllegalStateException(
                    "run " + run + " does not add up: planned " + planned + ", in the ledger " + figures);
        }
        outbox.drop(run);
        held.rest(RunState.COMPLETED, null);
        return RepeatStatus.FINISHED;
    }
}
