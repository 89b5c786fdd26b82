package dev.postrider.assist;

import dev.postrider.partition.Partition;
import dev.postrider.partition.Partitions;
import dev.postrider.partition.Stage;
import dev.postrider.partition.StepRows;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.batch.core.step.StepExecution;

/** Where the crews of one run get partitions, and to which they bring them back. Thread-safe. */
record Desk(Run run, Partitions partitions, StepRows rows, Runs runs, AtomicInteger joined) {

    List<Partition> open() {
        return partitions.open(run.id(), run.epoch());
    }

    Optional<Partition> claim(Stage stage) {
        return partitions.claim(stage);
    }

    /** Adds a partition beside one that is at work. */
    Partition join(Partition other) {
        String name = other.stage().name() + ":helper" + ProcessHandle.current().pid() + "-" + joined.incrementAndGet();
        StepExecution added = rows.addBeside(other.execution(), name);
        return partitions.add(other.stage(), name, added.getId());
    }

    StepExecution load(Partition partition) {
        return rows.load(partition.execution());
    }

    /**
     * Whether the run is still under the epoch under which the partition was claimed, and the partition this process's. Asked
     * after the step execution was loaded, it keeps this process from touching what another one has closed or goes on with
     * since: a taker of the run first moves the epoch, and one of the partition its owner.
     */
    boolean current(Partition partition) {
        return runs.find(run.id()).filter(now -> now.epoch() == run.epoch()).isPresent() && partitions.holds(partition);
    }

    void end(Partition partition) {
        partitions.end(partition);
    }

    void release(Partition partition) {
        partitions.release(partition);
    }

    boolean isMine(Partition partition) {
        return partitions.isMine(partition);
    }
}
