package dev.postrider.ledger;

/** This process works on the run no longer: it is over, or another process may go on with it. */
public record RunReleased(RunId run) {}
