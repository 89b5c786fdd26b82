package dev.postrider.forecast;

import dev.postrider.campaign.Audiences;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.ledger.RunId;
import dev.postrider.limits.SendingOutlook;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import dev.postrider.schedule.LocalSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the runs that are open, and those of slots to come, will want to send. */
@Component
class Demands {

    private final Runs runs;
    private final Audiences audiences;
    private final SendingOutlook outlook;

    Demands(Runs runs, Audiences audiences, SendingOutlook outlook) {
        this.runs = runs;
        this.audiences = audiences;
        this.outlook = outlook;
    }

    /**
     * The rest of the open runs. Those that wait for a person count as if one let them go on now; those that were only
     * planned count at their slot if that is to come, and not at all if it has passed, since nobody asked for them.
     */
    List<Demand> ofOpenRuns(Instant now) {
        return runs.in(RunState.PLANNED, RunState.AWAITING_APPROVAL, RunState.SENDING, RunState.PAUSED).stream()
                .filter(run -> !onlyPlanned(run) || run.id().slot().isAfter(now))
                .map(run -> rest(run, now))
                .filter(demand -> demand.recipients() > 0)
                .toList();
    }

    private static boolean onlyPlanned(Run run) {
        return run.state() == RunState.PLANNED && run.resumesAt() == null;
    }

    private Demand rest(Run run, Instant now) {
        Instant resumesAt = onlyPlanned(run) ? run.id().slot() : run.resumesAt();
        Instant at = resumesAt == null || resumesAt.isBefore(now) ? now : resumesAt;
        return new Demand(
                run.id().value(),
                run.id().campaign(),
                run.state(),
                outlook.warmingIdentity(audiences.sender(run)),
                at,
                audiences.left(run));
    }

    /** Of one campaign; its segment is counted once for each day. */
    Stream<Demand> ofSlots(CampaignDefinition campaign, List<LocalSlot> slots) {
        String identity = outlook.warmingIdentity(campaign.from());
        Map<LocalDate, Long> byDay = new HashMap<>();
        return slots.stream().map(LocalSlot::slot).map(slot -> {
            long recipients = byDay.computeIfAbsent(
                    LocalDate.ofInstant(slot, campaign.zone()), day -> audiences.count(campaign, slot));
            String run = RunId.of(campaign.campaign(), slot).value();
            return new Demand(run, campaign.campaign(), null, identity, slot, recipients);
        });
    }
}
