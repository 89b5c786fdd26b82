package dev.postrider.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One job execution.
 *
 * @param id the execution, which commands name
 * @param instance what the execution and its restarts have in common
 * @param cause why it failed, one line
 */
public record JobView(
        long id,
        long instance,
        String job,
        Map<String, String> parameters,
        JobState state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String cause,
        List<StepView> steps) {}
