package dev.postrider.partition;

import org.springframework.batch.core.step.Step;

/**
 * What is done with the partitions of a stage.
 *
 * @param work the name that the stages which do this have in common
 * @param step executes one partition
 * @param threads that one process has for one run
 * @param joinable a process that comes to help adds partitions of its own, as they are threads rather than shares of the work
 */
public record SharedStep(String work, Step step, int threads, boolean joinable) {}
