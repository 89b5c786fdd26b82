package dev.postrider.node;

import dev.postrider.audit.Audit;
import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditSubject;
import dev.postrider.campaign.CampaignRuns;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Runs;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Launches the runs of slots: any node that has room goes on with them, this one within a period if it has. */
@Service
public class SlotLaunch {

    private final CampaignRuns campaigns;
    private final Runs runs;
    private final Audit audit;
    private final Clock clock;

    SlotLaunch(CampaignRuns campaigns, Runs runs, Audit audit, Clock clock) {
        this.campaigns = campaigns;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the slot's run and makes it due. Returns at once. May be called by any number of nodes and as often as they
     * like: a run that has begun, or is over, is left as it is.
     */
    public RunId launch(String campaign, Instant slot) {
        RunId run = campaigns.open(campaign, slot, null).id();
        audit.recordOnce(AuditAction.LAUNCHED, AuditSubject.run(run), Map.of());
        runs.resumeAt(run, clock.instant());
        return run;
    }
}
