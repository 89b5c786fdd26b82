package dev.postrider.cli.bench;

import dev.postrider.bench.Contest;
import dev.postrider.bench.Round;
import java.util.Map;

/**
 * One round of one contender.
 *
 * @param cpuMicrosPerEmail of each process, and their total
 */
record Lap(Contest contender, Round round, Map<String, Double> cpuMicrosPerEmail) {}
