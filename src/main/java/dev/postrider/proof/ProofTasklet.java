package dev.postrider.proof;

import dev.postrider.delivery.RunHeld;
import dev.postrider.delivery.SendingHeld;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunReleased;
import dev.postrider.template.InvalidTemplate;
import dev.postrider.template.RenderFailed;
import java.util.Objects;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Step proof: sends one copy to each address of the team, each at most once over crashes and relaunches, and has the run
 * pause where that fails. A person who goes on has the rejected ones tried once more, and accepts what still fails.
 */
@Component
public class ProofTasklet implements Tasklet {

    private static final String UNRENDERABLE = "the proof copies cannot be rendered";

    private final ProofOrders orders;
    private final ProofMailing mailing;
    private final ApplicationEventPublisher events;

    ProofTasklet(ProofOrders orders, ProofMailing mailing, ApplicationEventPublisher events) {
        this.orders = orders;
        this.mailing = mailing;
        this.events = events;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StepExecution step = contribution.getStepExecution();
        ProofOrder order = orders.find(
                new RunId(Objects.requireNonNull(step.getJobParameters().getString("run"))));
        return order.team().isEmpty() ? RepeatStatus.FINISHED : send(order, step);
    }

    private RepeatStatus send(ProofOrder order, StepExecution step) {
        try {
            JobExecution job = step.getJobExecution();
            ProofOutcome outcome =
                    mailing.send(order, ProofAcceptance.given(job), new StopSignal(step::isTerminateOnly));
            if (outcome.complete() || ProofAcceptance.given(job, outcome.facts())) {
                return RepeatStatus.FINISHED;
            }
            object(order, outcome.objection());
        } catch (RenderFailed | InvalidTemplate e) {
            if (ProofAcceptance.given(step.getJobExecution(), UNRENDERABLE)) {
                return RepeatStatus.FINISHED;
            }
            object(order, UNRENDERABLE + ": " + e.getMessage() + "; to go on is to do without them");
        } catch (SendingHeld e) {
            events.publishEvent(new RunHeld(order.run(), String.valueOf(e.getMessage()), e.resumesAt()));
        } catch (SendingStopped e) {
            step.setTerminateOnly();
        } finally {
            events.publishEvent(new RunReleased(order.run().proof()));
        }
        return RepeatStatus.CONTINUABLE;
    }

    private void object(ProofOrder order, String cause) {
        events.publishEvent(new ProofObjected(order.run(), cause));
    }
}
