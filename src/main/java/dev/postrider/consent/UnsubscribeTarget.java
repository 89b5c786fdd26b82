package dev.postrider.consent;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;

/** Who an unsubscribe link was made for, and in which run. */
public record UnsubscribeTarget(RunId run, RecipientId recipient) {}
