package dev.postrider.definition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file in the jobs folder.
 *
 * @param name the file's, which is that of what it defines
 * @param definition null when the file is broken
 * @param error what is wrong, null when nothing is
 * @param editedAt when the file was changed last, to the millisecond; its text is at least as new
 */
public record ListedDefinition(
        String name,
        @Nullable Scheduled definition,
        @Nullable String error,
        Instant editedAt) {}
