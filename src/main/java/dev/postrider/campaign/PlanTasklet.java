package dev.postrider.campaign;

import dev.postrider.delivery.RunHeld;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.ledger.RunId;
import dev.postrider.limits.LimitsSettings;
import dev.postrider.run.RunHolder;
import dev.postrider.ses.AccountBarred;
import dev.postrider.ses.SesUnavailable;
import java.time.Clock;
import java.time.Instant;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Step plan: freezes the recipients. While SES does not answer, or lets the account send nothing, the run is paused; until a
 * person resumes it where region or credentials are what is wrong.
 */
@Component
class PlanTasklet implements Tasklet {

    private final RunHolder holder;
    private final Planner planner;
    private final ActiveRuns active;
    private final LimitsSettings limits;
    private final Clock clock;

    PlanTasklet(RunHolder holder, Planner planner, ActiveRuns active, LimitsSettings limits, Clock clock) {
        this.holder = holder;
        this.planner = planner;
        this.active = active;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StepExecution step = contribution.getStepExecution();
        RunId run = CampaignJobParameters.of(step.getJobParameters()).run();
        try {
            contribution.incrementWriteCount(planner.plan(holder.get(run), new StopSignal(step::isTerminateOnly))
                    .planned());
            return RepeatStatus.FINISHED;
        } catch (SendingStopped e) {
            step.setTerminateOnly();
            return RepeatStatus.CONTINUABLE;
        } catch (AccountBarred e) {
            return held(run, e, true);
        } catch (SesUnavailable e) {
            return held(run, e, e.mayPass());
        }
    }

    private RepeatStatus held(RunId run, RuntimeException cause, boolean mayPass) {
        Instant again = mayPass ? clock.instant().plus(limits.checkAgain()) : null;
        active.on(new RunHeld(run, String.valueOf(cause.getMessage()), again));
        return RepeatStatus.CONTINUABLE;
    }
}
