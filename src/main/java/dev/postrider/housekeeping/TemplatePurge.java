package dev.postrider.housekeeping;

import dev.postrider.run.OldRuns;
import dev.postrider.template.OldTemplates;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Pinned templates that no run refers to which is not purged.
 *
 * <p>A run pins its template and is inserted right after that, within {@link HousekeepingSettings#keepUnused()}, which is a
 * day at least. So a run that is not there yet when the runs are looked at has a template that was pinned too lately to be
 * chosen; and one that is chosen and then pinned again is not deleted, since the deletion asks for {@code pinnedAt}.
 */
@Component
@Order(3)
class TemplatePurge implements Purge {

    private static final int BATCH = 500;

    private final OldTemplates templates;
    private final OldRuns runs;
    private final HousekeepingSettings settings;
    private final Clock clock;

    TemplatePurge(OldTemplates templates, OldRuns runs, HousekeepingSettings settings, Clock clock) {
        this.templates = templates;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "templates";
    }

    @Override
    public long due() {
        return unused(limit()).size();
    }

    @Override
    public Purged purge() {
        Instant limit = limit();
        return Purged.of(unused(limit).stream()
                .limit(BATCH)
                .filter(hash -> templates.delete(hash, limit))
                .count());
    }

    private List<String> unused(Instant limit) {
        List<String> old = templates.pinnedBefore(limit);
        Set<String> used = runs.templates();
        return old.stream().filter(hash -> !used.contains(hash)).toList();
    }

    private Instant limit() {
        return clock.instant().minus(settings.keepUnused());
    }
}
