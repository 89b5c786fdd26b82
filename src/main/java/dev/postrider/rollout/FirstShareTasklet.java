package dev.postrider.rollout;

import dev.postrider.delivery.RunHeld;
import dev.postrider.delivery.SendingHeld;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.plan.BlockPartitioner;
import dev.postrider.plan.Blocks;
import dev.postrider.plan.FrozenPlan;
import dev.postrider.plan.Share;
import dev.postrider.recipient.RecipientId;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Sends to those of one partition's recipients who are in the first share, without the outbox; the checkpoint is the next
 * block. One that is done again after a crash sends to nobody twice: the ledger knows them.
 */
final class FirstShareTasklet implements Tasklet {

    private static final String NEXT = "share.block";
    private static final int SLICE = 500;

    private final FrozenPlan plan;
    private final Share share;
    private final Blocks blocks;
    private final DirectSending sending;
    private final ApplicationEventPublisher events;

    FirstShareTasklet(
            FrozenPlan plan, Share share, Blocks blocks, DirectSending sending, ApplicationEventPublisher events) {
        this.plan = plan;
        this.share = share;
        this.blocks = blocks;
        this.sending = sending;
        this.events = events;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StepExecution step = contribution.getStepExecution();
        ExecutionContext position = step.getExecutionContext();
        int block = position.getInt(NEXT, position.getInt(BlockPartitioner.FIRST));
        if (block >= position.getInt(BlockPartitioner.END)) {
            return RepeatStatus.FINISHED;
        }
        try {
            contribution.incrementWriteCount(send(block, new StopSignal(step::isTerminateOnly)));
            position.putInt(NEXT, block + 1);
        } catch (SendingHeld e) {
            events.publishEvent(new RunHeld(plan.run(), String.valueOf(e.getMessage()), e.resumesAt()));
        } catch (SendingStopped e) {
            step.setTerminateOnly();
        }
        return RepeatStatus.CONTINUABLE;
    }

    private int send(int block, StopSignal stop) {
        List<RecipientId> chosen =
                blocks.read(plan, block).stream().filter(share::has).toList();
        for (int start = 0; start < chosen.size(); start += SLICE) {
            stop.check();
            sending.send(plan.run(), chosen.subList(start, Math.min(start + SLICE, chosen.size())), stop);
        }
        return chosen.size();
    }
}
