package dev.postrider.bench;

import java.util.Map;

/**
 * What the campaign job took inside its process.
 *
 * @param stageCpuSeconds CPU time of the threads of each stage; {@code other} is that of all other Java threads
 * @param peakHeapBytes most heap in use, garbage included
 * @param peakLiveHeapBytes most heap in use right after a garbage collection
 * @param gcShare share of the time in which garbage was collected, 0 to 1
 * @param firstMailSeconds from the start of the job to the first outcome
 * @param peakRedisBytes most memory that Redis used since it started
 */
public record Effort(
        Map<String, Double> stageCpuSeconds,
        long peakHeapBytes,
        long peakLiveHeapBytes,
        double gcShare,
        double firstMailSeconds,
        long peakRedisBytes) {}
