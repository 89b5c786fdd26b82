package dev.postrider.schedule;

import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Campaigns;
import dev.postrider.definition.ListedCampaign;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The schedules of all campaigns in the jobs folder. */
@Service
public class ScheduleOverview {

    private static final int MISSED = 10;

    private final Campaigns campaigns;
    private final Schedules schedules;
    private final MissedSlots missed;
    private final ScheduleSettings settings;
    private final Clock clock;

    ScheduleOverview(
            Campaigns campaigns, Schedules schedules, MissedSlots missed, ScheduleSettings settings, Clock clock) {
        this.campaigns = campaigns;
        this.schedules = schedules;
        this.missed = missed;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Those that have a schedule, have missed a slot or have a broken file.
     *
     * @param next so many slots to come of each
     */
    public List<ScheduledCampaign> all(int next) {
        return campaigns.all().stream()
                .map(file -> of(file, next))
                .filter(campaign -> !campaign.empty())
                .toList();
    }

    private ScheduledCampaign of(ListedCampaign file, int next) {
        CampaignDefinition definition = file.definition();
        Optional<Evaluated> seen = schedules.find(file.name());
        Timetable own = definition == null ? null : Timetable.of(definition, settings);
        boolean ownInForce = definition != null
                && seen.map(schedule -> schedule.olderThan(file.editedAt())).orElse(true);
        String error = file.error();
        if (definition != null && !ownInForce) {
            error = seen.flatMap(schedule -> schedule.refusal(own)).orElse(null);
        }
        Timetable inForce = ownInForce ? own : seen.map(Evaluated::timetable).orElse(null);
        return describe(file.name(), inForce, seen.map(Evaluated::evaluatedTo).orElse(null), next, error);
    }

    private ScheduledCampaign describe(
            String campaign,
            @Nullable Timetable timetable,
            @Nullable Instant evaluatedTo,
            int next,
            @Nullable String error) {
        List<MissedSlot> slots = missed.latest(campaign, MISSED);
        if (timetable == null) {
            return new ScheduledCampaign(campaign, null, null, null, evaluatedTo, List.of(), slots, error);
        }
        List<LocalSlot> upcoming = timetable.slots().next(clock.instant(), next).stream()
                .map(slot -> LocalSlot.of(slot, timetable.zone()))
                .toList();
        return new ScheduledCampaign(
                campaign, timetable.cron(), timetable.zone(), timetable.grace(), evaluatedTo, upcoming, slots, error);
    }
}
