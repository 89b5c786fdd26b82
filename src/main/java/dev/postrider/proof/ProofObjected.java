package dev.postrider.proof;

import dev.postrider.ledger.RunId;

/**
 * The proof copies are not as they should be; a person who goes on with the run accepts that.
 *
 * @param cause one line for people
 */
public record ProofObjected(RunId run, String cause) {}
