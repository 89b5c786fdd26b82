package dev.postrider.cli.run;

import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.ListedCampaign;
import dev.postrider.definition.Schedule;
import dev.postrider.recipient.EmailAddress;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Table;
import dev.postrider.terminal.Terminal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Campaigns as people read them. */
final class CampaignText {

    private CampaignText() {}

    /** Broken files too, as errors. */
    static void printList(List<ListedCampaign> campaigns, Terminal terminal) {
        Table table = new Table("CAMPAIGN", "TEMPLATE", "SCHEDULE", "DESCRIPTION");
        for (ListedCampaign listed : campaigns) {
            CampaignDefinition campaign = listed.definition();
            if (campaign != null) {
                table.row(campaign.campaign(), campaign.template(), schedule(campaign), campaign.description());
            }
        }
        table.print(terminal);
        campaigns.stream().map(ListedCampaign::error).filter(Objects::nonNull).forEach(terminal::error);
    }

    static void print(CampaignDefinition campaign, Terminal terminal) {
        new Facts()
                .add("campaign", campaign.campaign())
                .add("description", campaign.description())
                .add("schedule", schedule(campaign))
                .add("from", campaign.from())
                .add("reply to", campaign.replyTo())
                .add("template", campaign.template())
                .add("proof to", proof(campaign))
                .add("segment", campaign.segment())
                .add(
                        "leaves out",
                        campaign.inactivity() == null
                                ? null
                                : "inactive for " + campaign.inactivity().below() + " days or more")
                .add("topic", campaign.topic())
                .add("cap", cap(campaign.cap()))
                .print(terminal);
    }

    private static @Nullable String cap(CampaignDefinition.@Nullable Cap cap) {
        return cap == null ? null : "at most " + cap.mails() + " mails of the topic in " + cap.days() + " days";
    }

    private static String proof(CampaignDefinition campaign) {
        return campaign.proof().stream().map(EmailAddress::given).collect(Collectors.joining(", "));
    }

    private static @Nullable String schedule(CampaignDefinition campaign) {
        Schedule schedule = campaign.schedule();
        return schedule == null ? null : schedule.cron() + " " + campaign.zone();
    }
}
