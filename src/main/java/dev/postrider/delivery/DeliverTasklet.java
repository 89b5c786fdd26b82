package dev.postrider.delivery;

import dev.postrider.ledger.RunId;
import dev.postrider.limits.LimitsUnavailable;
import dev.postrider.outbox.Outage;
import dev.postrider.outbox.OutboxUnavailable;
import dev.postrider.outbox.QueuedBatch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Sends what is in the outbox until render has ended and nothing is queued or pending. Returns to the step about once a
 * second, which is when Batch writes its counts and notices a stop from elsewhere. One instance a partition.
 */
class DeliverTasklet implements Tasklet {

    private static final Logger log = LoggerFactory.getLogger(DeliverTasklet.class);

    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration STORE_PAUSE = Duration.ofMillis(500);

    private final RunId run;
    private final QueueConsumer queue;
    private final BatchSender sender;
    private final DeliverOrders orders;
    private final Setting setting;
    private final Outage outage;

    /** What the tasklet needs of its surroundings. */
    record Setting(Duration patience, ApplicationEventPublisher events) {}

    DeliverTasklet(RunId run, QueueConsumer queue, BatchSender sender, DeliverOrders orders, Setting setting) {
        this.run = run;
        this.queue = queue;
        this.sender = sender;
        this.orders = orders;
        this.setting = setting;
        this.outage = new Outage("sending", setting.patience());
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StopSignal stop = new StopSignal(contribution.getStepExecution()::isTerminateOnly);
        DeliverOrder order = orders.find(run);
        try {
            return turn(contribution, order, stop);
        } catch (SendingHeld e) {
            setting.events().publishEvent(new RunHeld(run, String.valueOf(e.getMessage()), e.resumesAt()));
        } catch (SendingStopped e) {
            log.debug("deliver of {} was told to stop", run);
        } catch (OutboxUnavailable | LimitsUnavailable e) {
            bear(e, stop);
        }
        return RepeatStatus.CONTINUABLE;
    }

    private RepeatStatus turn(StepContribution contribution, DeliverOrder order, StopSignal stop) {
        long end = System.nanoTime() + TURN.toNanos();
        while (System.nanoTime() < end && !stop.raised()) {
            var batches = queue.next();
            for (QueuedBatch queued : batches) {
                sender.send(queued.batch(), order.rate(), order.cap(), stop);
                queue.acknowledge(queued);
                contribution.incrementWriteCount(queued.batch().size());
            }
            outage.over();
            if (batches.isEmpty() && orders.find(run).renderEnded() && queue.nothingLeft()) {
                return RepeatStatus.FINISHED;
            }
        }
        return RepeatStatus.CONTINUABLE;
    }

    private void bear(RuntimeException unavailable, StopSignal stop) {
        queue.again();
        outage.bear(unavailable);
        try {
            stop.pause(STORE_PAUSE);
        } catch (SendingStopped e) {
            log.debug("deliver of {} was told to stop", run);
        }
    }
}
