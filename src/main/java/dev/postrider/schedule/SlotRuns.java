package dev.postrider.schedule;

import dev.postrider.definition.CampaignDefinition;
import dev.postrider.ledger.RunId;
import java.time.Instant;

/** The runs that slots have. */
interface SlotRuns {

    /** Opens the slot's run by this definition, unless there is one. */
    void open(CampaignDefinition campaign, Instant slot);

    /** Whether the run has been worked on or is about to be, whoever launched it. */
    boolean launched(RunId run);
}
