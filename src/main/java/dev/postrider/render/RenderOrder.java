package dev.postrider.render;

import dev.postrider.frequency.FrequencyCap;
import dev.postrider.plan.FrozenPlan;
import dev.postrider.plan.Share;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to render in a run, all of it pinned.
 *
 * @param mailedBefore who is left out because they get the mail before render begins, or null
 * @param cap null: nobody is left out for mails of other runs
 * @param campaign what templates see as {@code campaign}
 * @param maxFailures share of the planned recipients whose render may fail before the run stops, 0 to 1
 */
public record RenderOrder(
        FrozenPlan plan,
        @Nullable Share mailedBefore,
        String templateHash,
        String from,
        @Nullable String replyTo,
        @Nullable FrequencyCap cap,
        Map<String, Object> campaign,
        Instant slot,
        double maxFailures) {}
