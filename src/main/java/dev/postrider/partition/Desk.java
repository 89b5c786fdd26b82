package dev.postrider.partition;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Where partitions are claimed and loaded by the holder of the run. */
@Component
record Desk(Partitions partitions, StepRows rows, PartitionSettings settings, Clock clock) {

    /** For one stage. */
    Standstill standstill() {
        return new Standstill(rows, settings.standstill(), clock);
    }
}
