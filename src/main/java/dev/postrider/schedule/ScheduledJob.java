package dev.postrider.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schedule in force of a campaign or another job, as operators see it.
 *
 * @param cron null when it has none, or its file is broken and no node has seen a better one; so are zone and grace
 * @param evaluatedTo null when no node has seen it yet
 * @param blocked that are due now
 * @param missed the latest, newest first
 * @param error what is wrong with its file here, or keeps its schedule from being read; null when nothing is
 */
public record ScheduledJob(
        String name,
        @Nullable String cron,
        @Nullable ZoneId zone,
        @Nullable Duration grace,
        @Nullable Instant evaluatedTo,
        List<LocalSlot> next,
        List<BlockedSlot> blocked,
        List<MissedSlot> missed,
        @Nullable String error) {

    boolean empty() {
        return cron == null && blocked.isEmpty() && missed.isEmpty() && error == null;
    }
}
