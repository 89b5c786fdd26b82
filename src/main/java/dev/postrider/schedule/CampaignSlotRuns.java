package dev.postrider.schedule;

import dev.postrider.campaign.CampaignRuns;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.ledger.RunId;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The runs of the campaigns' job. */
@Component
class CampaignSlotRuns implements SlotRuns {

    private final CampaignRuns campaigns;
    private final Runs runs;

    CampaignSlotRuns(CampaignRuns campaigns, Runs runs) {
        this.campaigns = campaigns;
        this.runs = runs;
    }

    @Override
    public void open(CampaignDefinition campaign, Instant slot) {
        campaigns.open(campaign, slot);
    }

    @Override
    public boolean launched(RunId run) {
        return runs.find(run)
                .filter(found -> found.state() != RunState.PLANNED || found.resumesAt() != null)
                .isPresent();
    }
}
