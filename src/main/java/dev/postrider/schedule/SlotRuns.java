package dev.postrider.schedule;

import dev.postrider.definition.Scheduled;
import dev.postrider.ledger.RunId;
import java.time.Instant;

/** The runs that slots have, of campaigns and of other jobs. */
interface SlotRuns {

    /** Opens the slot's run by this definition, unless there is one. That of a job is due by that. */
    void open(Scheduled definition, Instant slot);

    /** Whether the run has been worked on or is about to be, whoever launched it. */
    boolean launched(RunId run);
}
