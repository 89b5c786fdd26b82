package dev.postrider.partition;

import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.StepExecution;

/** Offers the partitions of a stage to all processes, works on them itself, and returns when all have ended. */
final class SharedPartitionHandler implements PartitionHandler {

    private final SharedStep shared;
    private final Desk desk;
    private final Epochs epochs;
    private final Owners owners;

    SharedPartitionHandler(SharedStep shared, Desk desk, Epochs epochs, Owners owners) {
        this.shared = shared;
        this.desk = desk;
        this.epochs = epochs;
        this.owners = owners;
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        RunId run = new RunId(Objects.requireNonNull(manager.getJobParameters().getString("run")));
        Stage stage = new Stage(run, epochs.of(run), manager.getStepName(), shared.work());
        Set<StepExecution> split = splitter.split(manager, shared.threads());
        desk.partitions()
                .offer(stage, split.stream().map(step -> partition(stage, step)).toList());
        OfferedStage offered = new OfferedStage(stage, shared, manager, split, desk);
        try {
            offered.workOff();
            return offered.executions();
        } finally {
            desk.partitions().withdraw(stage);
        }
    }

    /** Joinable partitions are this process's own from the start: others bring theirs. */
    private Partition partition(Stage stage, StepExecution step) {
        @Nullable String owner = shared.joinable() ? owners.self() : null;
        return new Partition(stage, step.getStepName(), step.getId(), owner, false, false);
    }
}
