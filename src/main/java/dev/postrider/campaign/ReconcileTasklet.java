package dev.postrider.campaign;

import dev.postrider.delivery.RunHeld;
import dev.postrider.delivery.SendingHeld;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Runs;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Step reconcile: repeats until every planned recipient has an outcome. */
@Component
class ReconcileTasklet implements Tasklet {

    private static final Duration WAIT_FOR_OTHERS = Duration.ofSeconds(1);

    private final Runs runs;
    private final ActiveRuns active;
    private final Reconciler reconciler;

    ReconcileTasklet(Runs runs, ActiveRuns active, Reconciler reconciler) {
        this.runs = runs;
        this.active = active;
        this.reconciler = reconciler;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StepExecution step = contribution.getStepExecution();
        RunId run = CampaignJobParameters.of(step.getJobParameters()).run();
        try {
            if (reconciler.reconcile(PinnedCampaign.of(runs.get(run)), new StopSignal(step::isTerminateOnly))) {
                return RepeatStatus.FINISHED;
            }
            LockSupport.parkNanos(WAIT_FOR_OTHERS.toNanos());
        } catch (SendingHeld e) {
            active.on(new RunHeld(run, String.valueOf(e.getMessage()), e.resumesAt()));
        } catch (SendingStopped e) {
            step.setTerminateOnly();
        }
        return RepeatStatus.CONTINUABLE;
    }
}
