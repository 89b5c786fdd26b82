package dev.postrider.rollout;

import dev.postrider.delivery.RunHeld;
import dev.postrider.ledger.RunId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Step watch: has the run pause until the watch over its first share is over, and then for as long as the guard objects. No
 * process is kept busy meanwhile.
 */
@Component
class WatchTasklet implements Tasklet {

    private final RolloutOrders orders;
    private final Rollouts rollouts;
    private final Guard guard;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WatchTasklet(RolloutOrders orders, Rollouts rollouts, Guard guard, Clock clock, ApplicationEventPublisher events) {
        this.orders = orders;
        this.rollouts = rollouts;
        this.guard = guard;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunId run = RolloutStep.run(contribution);
        RolloutOrder order = orders.find(run);
        Instant end = end(run, order);
        if (clock.instant().isBefore(end)) {
            String cause = "the first share is sent, and its bounces and complaints are watched until " + end;
            events.publishEvent(new RunHeld(run, cause, end));
            return RepeatStatus.CONTINUABLE;
        }
        Optional<String> objection = guard.look(run);
        objection.ifPresent(cause -> events.publishEvent(new GuardObjected(run, cause)));
        return objection.isPresent() ? RepeatStatus.CONTINUABLE : RepeatStatus.FINISHED;
    }

    /** Counted from when the first share was sent, whatever is launched again meanwhile. */
    private Instant end(RunId run, RolloutOrder order) {
        Instant known = rollouts.watchUntil(run);
        if (known != null) {
            return known;
        }
        Instant end = clock.instant().plus(order.watch()).truncatedTo(ChronoUnit.SECONDS);
        rollouts.watchUntil(run, end);
        return end;
    }
}
