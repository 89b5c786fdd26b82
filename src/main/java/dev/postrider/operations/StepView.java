package dev.postrider.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a job execution, or one partition of it ({@code render:blocks3}).
 *
 * @param state the step's Spring Batch status
 * @param filtered read and left out on purpose
 */
public record StepView(
        String name,
        String state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long read,
        long written,
        long filtered,
        long skipped) {}
