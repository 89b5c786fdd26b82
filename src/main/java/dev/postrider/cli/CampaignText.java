package dev.postrider.cli;

import dev.postrider.definition.CampaignDefinition;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Campaigns as people read them. */
final class CampaignText {

    private CampaignText() {}

    static void print(CampaignDefinition campaign, Terminal terminal) {
        new Facts()
                .add("campaign", campaign.campaign())
                .add("description", campaign.description())
                .add("schedule", schedule(campaign))
                .add("from", campaign.from())
                .add("reply to", campaign.replyTo())
                .add("template", campaign.template())
                .add("segment", campaign.segment())
                .add(
                        "leaves out",
                        campaign.inactivity() == null
                                ? null
                                : "inactive for " + campaign.inactivity().below() + " days or more")
                .print(terminal);
    }

    private static @Nullable String schedule(CampaignDefinition campaign) {
        CampaignDefinition.Schedule schedule = campaign.schedule();
        return schedule == null ? null : schedule.cron() + " " + campaign.zone();
    }
}
