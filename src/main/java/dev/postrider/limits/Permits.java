package dev.postrider.limits;

import dev.postrider.ledger.RunId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Leave to send to {@code count} recipients, if the request starts before the permits expire. Their age is counted from
 * before they were asked for, on the monotonic clock of this process: no clock that is wrong makes them last longer.
 *
 * @param count how many may be sent: never more than was asked for, and possibly fewer
 * @param identity of the sender, on whose day they count; null where it is not warming up
 * @param minute of Redis's clock, in which they count against the 24 hour quota
 * @param deadline of {@link System#nanoTime()}
 */
public record Permits(
        Lane lane, RunId run, @Nullable String identity, int count, boolean runLimited, long minute, long deadline) {

    public boolean expired() {
        return System.nanoTime() - deadline >= 0;
    }

    /** How long a request may still wait to start; zero when expired. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
