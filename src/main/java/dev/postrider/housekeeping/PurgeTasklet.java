package dev.postrider.housekeeping;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** A batch at a time; the count is the step's writes. */
final class PurgeTasklet implements Tasklet {

    private final Purge purge;

    PurgeTasklet(Purge purge) {
        this.purge = purge;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        Purged purged = purge.purge();
        contribution.incrementWriteCount(purged.count());
        return RepeatStatus.continueIf(purged.more());
    }
}
