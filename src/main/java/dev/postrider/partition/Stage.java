package dev.postrider.partition;

import dev.postrider.ledger.RunId;

/**
 * A partitioned step of a run at work.
 *
 * @param epoch of the run, by which its holder is told from earlier ones
 * @param name of the partitioned step
 * @param work of its partitions, see {@link SharedStep#work()}
 */
public record Stage(RunId run, long epoch, String name, String work) {}
