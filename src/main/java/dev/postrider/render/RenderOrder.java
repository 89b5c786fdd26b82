package dev.postrider.render;

import dev.postrider.plan.FrozenPlan;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to render in a run, all of it pinned.
 *
 * @param campaign what templates see as {@code campaign}
 * @param maxFailures share of the planned recipients whose render may fail before the run stops, 0 to 1
 */
public record RenderOrder(
        FrozenPlan plan,
        String templateHash,
        String from,
        @Nullable String replyTo,
        Map<String, Object> campaign,
        Instant slot,
        double maxFailures) {}
