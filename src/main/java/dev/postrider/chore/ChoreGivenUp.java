package dev.postrider.chore;

import dev.postrider.ledger.RunId;

/** Nothing goes on with this slot of a job any more, although it is not done. Published before that is written down. */
public record ChoreGivenUp(RunId id, String cause) {}
