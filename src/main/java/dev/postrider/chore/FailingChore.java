package dev.postrider.chore;

import dev.postrider.ledger.RunId;

/**
 * A slot of a job that has failed, and is tried again.
 *
 * @param cause one line without addresses
 */
public record FailingChore(RunId id, String cause) {

    public String job() {
        return id.campaign();
    }
}
