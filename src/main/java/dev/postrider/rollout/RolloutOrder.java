package dev.postrider.rollout;

import dev.postrider.plan.Share;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run wants to begin and to be guarded, all of it pinned but for the settings of the guard.
 *
 * @param first who gets the mail before all others, null where all do at once
 * @param watch how long bounces and complaints are watched before the others do
 */
public record RolloutOrder(@Nullable Share first, Duration watch, Thresholds thresholds) {

    /** Everybody gets the mail at once. */
    boolean plain() {
        return first == null;
    }
}
