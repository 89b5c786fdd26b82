package dev.postrider.cli.run;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which run of a campaign is meant. */
final class SlotOptions {

    @Option(
            names = "--slot",
            paramLabel = "INSTANT",
            description = "The slot of the schedule, 2026-11-24T09:00:00Z (the present minute).")
    private @Nullable Instant slot;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day that daysAgo in the segment counts from (the slot's day).")
    private @Nullable LocalDate asOf;

    @Nullable
    Instant slot() {
        return slot;
    }

    @Nullable
    LocalDate asOf() {
        return asOf;
    }
}
