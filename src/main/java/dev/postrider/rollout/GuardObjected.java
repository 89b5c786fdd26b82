package dev.postrider.rollout;

import dev.postrider.ledger.RunId;

/** The guard has the run pause until a person goes on with it, and so accepts the cause. */
public record GuardObjected(RunId run, String cause) {}
