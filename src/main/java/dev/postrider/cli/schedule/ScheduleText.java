package dev.postrider.cli.schedule;

import dev.postrider.schedule.LocalSlot;
import dev.postrider.schedule.MissedSlot;
import dev.postrider.schedule.ScheduledCampaign;
import dev.postrider.terminal.Table;
import dev.postrider.terminal.Terminal;
import java.util.List;
import java.util.Objects;

/** Schedules as people read them. */
final class ScheduleText {

    private ScheduleText() {}

    /** Broken files as errors. */
    static void print(List<ScheduledCampaign> campaigns, Terminal terminal) {
        Table next = new Table("CAMPAIGN", "CRON", "ZONE", "GRACE", "NEXT", "UTC");
        Table missed = new Table("MISSED", "SLOT", "REASON");
        for (ScheduledCampaign campaign : campaigns) {
            addNext(campaign, next);
            for (MissedSlot slot : campaign.missed()) {
                missed.row(campaign.campaign(), slot.slot(), slot.reason());
            }
        }
        next.print(terminal);
        missed.print(terminal);
        campaigns.stream()
                .map(ScheduledCampaign::error)
                .filter(Objects::nonNull)
                .forEach(terminal::error);
    }

    private static void addNext(ScheduledCampaign campaign, Table table) {
        boolean first = true;
        for (LocalSlot slot : campaign.next()) {
            if (first) {
                table.row(
                        campaign.campaign(),
                        campaign.cron(),
                        campaign.zone(),
                        campaign.grace(),
                        slot.local(),
                        slot.slot());
            } else {
                table.row("", "", "", "", slot.local(), slot.slot());
            }
            first = false;
        }
    }
}
