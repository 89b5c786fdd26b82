package dev.postrider.cli.bench;

import dev.postrider.bench.ContenderKind;
import dev.postrider.bench.Round;
import java.util.Map;

/**
 * One round of one contender.
 *
 * @param warmUp it counts in no median
 * @param cpuMicrosPerEmail of each process, and their total
 */
record Lap(ContenderKind contender, boolean warmUp, Round round, Map<String, Double> cpuMicrosPerEmail) {}
