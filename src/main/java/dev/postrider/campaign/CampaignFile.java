package dev.postrider.campaign;

import dev.postrider.campaign.CampaignDefinition.Inactivity;
import dev.postrider.campaign.CampaignDefinition.Limits;
import dev.postrider.campaign.CampaignDefinition.Rollout;
import dev.postrider.campaign.CampaignDefinition.Schedule;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a campaign's file, before what is required has been checked. */
record CampaignFile(
        @Nullable String campaign,
        @Nullable String description,
        @Nullable Schedule schedule,
        @Nullable String from,
        @Nullable String replyTo,
        @Nullable String template,
        @Nullable Map<String, Object> segment,
        @Nullable Inactivity inactivity,
        @Nullable Limits limits,
        @Nullable RolloutKeys rollout) {

    record RolloutKeys(CampaignYaml.Share first, Duration watch) {}

    /** @throws InvalidCampaign when a required key is missing */
    CampaignDefinition definition(String file, String source) {
        return new CampaignDefinition(
                required(campaign, "campaign", file),
                description,
                schedule,
                required(from, "from", file),
                replyTo,
                required(template, "template", file),
                segment == null ? Map.of() : segment,
                inactivity,
                limits,
                rollout == null ? null : new Rollout(rollout.first().value(), rollout.watch()),
                source);
    }

    private static String required(@Nullable String value, String key, String file) {
        if (value == null || value.isBlank()) {
            throw new InvalidCampaign(file, 1, "the key '" + key + "' is missing");
        }
        return value;
    }
}
