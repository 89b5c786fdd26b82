package dev.postrider.partition;

import org.jspecify.annotations.Nullable;

/**
 * A partition of a stage.
 *
 * @param name of its step execution
 * @param execution id of its step execution
 * @param owner the lease of the process that works on it, null while it is free
 * @param stopping whoever works on it has to leave off
 */
public record Partition(
        Stage stage, String name, long execution, @Nullable String owner, boolean stopping, boolean ended) {

    String id() {
        return stage.run() + "|" + stage.epoch() + "|" + name;
    }

    Partition ownedBy(String process) {
        return new Partition(stage, name, execution, process, stopping, ended);
    }
}
