package dev.postrider.report;

import dev.postrider.run.RunState;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run as others script against them. When a run has ended,
 * {@code planned = sent + rejected + unknown + all of skipped}.
 *
 * @param skipped count by reason; of a run that is only planned, those that plan expects
 * @param job the last job execution, null before the first
 */
public record RunReport(
        String run,
        String campaign,
        Instant slot,
        RunState state,
        long planned,
        long sent,
        long rejected,
        long unknown,
        SortedMap<String, Long> skipped,
        @Nullable Long job) {

    public boolean addsUp() {
        long skips = skipped.values().stream().mapToLong(Long::longValue).sum();
        return planned == sent + rejected + unknown + skips;
    }
}
