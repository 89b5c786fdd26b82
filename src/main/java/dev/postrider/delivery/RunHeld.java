package dev.postrider.delivery;

import dev.postrider.ledger.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * SES or a limit does not let a run go on; what was not sent is still in the outbox.
 *
 * @param cause one line for people
 * @param resumesAt when the run can go on, where that is known
 */
public record RunHeld(RunId run, String cause, @Nullable Instant resumesAt) {}
