package dev.postrider.inactivity;

import java.time.LocalDate;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Finds the stage that a recipient has reached. */
class StageProcessor implements ItemProcessor<Activity, Finding> {

    private final Stages stages;
    private final LocalDate asOf;

    StageProcessor(Stages stages, LocalDate asOf) {
        this.stages = stages;
        this.asOf = asOf;
    }

    @Override
    public Finding process(Activity activity) {
        return activity.last() == null
                ? new Finding(activity.recipient(), false, null, activity.stage())
                : new Finding(activity.recipient(), true, stages.reached(activity.last(), asOf), activity.stage());
    }
}
