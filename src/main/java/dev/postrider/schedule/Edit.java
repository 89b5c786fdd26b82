package dev.postrider.schedule;

import dev.postrider.definition.CampaignDefinition;
import java.time.Instant;

/** A campaign's definition, and when its file was changed last. */
record Edit(CampaignDefinition definition, Instant at) {

    String campaign() {
        return definition.campaign();
    }
}
