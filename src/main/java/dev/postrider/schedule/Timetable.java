package dev.postrider.schedule;

import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Cron;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When a campaign runs, and how late it still does. */
record Timetable(String cron, ZoneId zone, Duration grace) {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Null for a campaign without a schedule. */
    static @Nullable Timetable of(CampaignDefinition campaign, ScheduleSettings settings) {
        CampaignDefinition.Schedule schedule = campaign.schedule();
        if (schedule == null) {
            return null;
        }
        Duration grace = schedule.grace() == null ? settings.grace() : schedule.grace();
        ZoneId zone = campaign.zone().equals(ZoneOffset.UTC) ? UTC : campaign.zone();
        return new Timetable(schedule.cron(), zone, grace);
    }

    Slots slots() {
        return new Slots(Cron.of(cron), zone);
    }

    @Override
    public String toString() {
        return "'" + cron + "' in " + zone + " with a grace of " + grace.toSeconds() + " s";
    }
}
