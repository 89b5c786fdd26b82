package dev.postrider.campaign;

import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Campaigns;
import dev.postrider.ledger.RunId;
import dev.postrider.run.HeldRun;
import dev.postrider.run.Run;
import dev.postrider.run.RunBusy;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import dev.postrider.template.Templates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens the runs of campaigns: one slot, one run. */
@Service
public class CampaignRuns {

    private final Campaigns campaigns;
    private final Templates templates;
    private final Runs runs;
    private final RunHolder holder;
    private final Planner planner;
    private final Clock clock;

    CampaignRuns(Campaigns campaigns, Templates templates, Runs runs, RunHolder holder, Planner planner, Clock clock) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.runs = runs;
        this.holder = holder;
        this.planner = planner;
        this.clock = clock;
    }

    /**
     * The run of the slot. A new one pins the definition and the template as they are now; one that is there is returned
     * as it is, whatever was edited or deleted meanwhile.
     *
     * @param slot the present minute when null
     * @param asOf the day that {@code daysAgo} counts from, the slot's day when null; of no effect on a run that is there
     */
    public Run open(String campaign, @Nullable Instant slot, @Nullable LocalDate asOf) {
        Instant at = slot == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : slot;
        RunId id = RunId.of(campaign, at);
        return runs.find(id).orElseGet(() -> runs.insertIfAbsent(pin(id, campaigns.get(campaign), asOf)));
    }

    /** The run of the slot. A new one pins this definition, whatever the file says now, and the template as it is now. */
    public Run open(CampaignDefinition definition, Instant slot) {
        RunId id = RunId.of(definition.campaign(), slot);
        return runs.find(id).orElseGet(() -> runs.insertIfAbsent(pin(id, definition, null)));
    }

    private Run pin(RunId id, CampaignDefinition definition, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? PinnedCampaign.dayOf(definition, id.slot()) : asOf;
        return new Run(
                id,
                RunState.PLANNED,
                0,
                null,
                day,
                definition.source(),
                templates.pin(definition.template()),
                null,
                new TreeMap<>(),
                false,
                null,
                null,
                null,
                clock.instant());
    }

    /** Freezes the recipients of an open run and sends nothing. */
    public Run plan(RunId run) {
        HeldRun held = holder.take(run);
        try {
            return planner.plan(held);
        } finally {
            holder.release(run);
        }
    }

    /**
     * Takes the run for this process, for the job that is to be started.
     *
     * @throws RunBusy when another live process works on it
     */
    public void take(RunId run) {
        holder.take(run);
    }
}
