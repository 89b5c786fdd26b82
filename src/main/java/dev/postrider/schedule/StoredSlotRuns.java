package dev.postrider.schedule;

import dev.postrider.campaign.CampaignRuns;
import dev.postrider.chore.Chores;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Scheduled;
import dev.postrider.ledger.RunId;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The runs of campaigns, and the chores of other jobs. */
@Component
class StoredSlotRuns implements SlotRuns {

    private final CampaignRuns campaigns;
    private final Runs runs;
    private final Chores chores;

    StoredSlotRuns(CampaignRuns campaigns, Runs runs, Chores chores) {
        this.campaigns = campaigns;
        this.runs = runs;
        this.chores = chores;
    }

    @Override
    public void open(Scheduled definition, Instant slot) {
        if (definition instanceof CampaignDefinition campaign) {
            campaigns.open(campaign, slot);
        } else {
            chores.open(RunId.of(definition.name(), slot), definition.zone());
        }
    }

    @Override
    public boolean launched(RunId run) {
        return chores.known(run)
                || runs.find(run)
                        .filter(found -> found.state() != RunState.PLANNED || found.resumesAt() != null)
                        .isPresent();
    }
}
