package dev.postrider.assist;

import dev.postrider.partition.Partition;
import dev.postrider.partition.Partitions;
import dev.postrider.partition.SharedStep;
import dev.postrider.partition.StepRows;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the crews of a run: for each kind of work as many threads as the holder has for it. */
@Component
class Crews {

    private final ObjectProvider<SharedStep> shared;
    private final Partitions partitions;
    private final StepRows rows;
    private final Runs runs;
    private final AtomicInteger joined = new AtomicInteger();

    Crews(ObjectProvider<SharedStep> shared, Partitions partitions, StepRows rows, Runs runs) {
        this.shared = shared;
        this.partitions = partitions;
        this.rows = rows;
        this.runs = runs;
    }

    OfRun of(Run run) {
        Desk desk = new Desk(run, partitions, rows, runs, joined);
        return new OfRun(
                run, desk, shared.stream().map(step -> new Crew(step, desk)).toList());
    }

    /** All crews of one run. */
    record OfRun(Run run, Desk desk, List<Crew> crews) {

        List<Partition> openPartitions() {
            return desk.open();
        }

        void work(List<Partition> open) {
            crews.forEach(crew -> crew.work(open));
        }

        void stop() {
            crews.forEach(Crew::stop);
        }

        void awaitEnd() throws InterruptedException {
            for (Crew crew : crews) {
                crew.awaitEnd();
            }
        }

        void handBack(List<Partition> open) {
            crews.forEach(crew -> crew.handBack(open));
        }
    }
}
