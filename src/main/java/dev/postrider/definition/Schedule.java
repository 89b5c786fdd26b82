package dev.postrider.definition;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign or another job runs.
 *
 * @param cron five fields
 * @param grace how late a missed slot is still caught up
 */
public record Schedule(
        String cron, @Nullable ZoneId zone, @Nullable Duration grace) {}
