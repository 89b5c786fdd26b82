package dev.postrider.limits;

import java.time.Duration;
import java.time.Instant;

/** The answer to a request for permits. */
public sealed interface Grant {

    /** Send as many as {@link Permits#count()} says, which may be fewer than asked for. */
    record Granted(Permits permits) implements Grant {}

    /** Ask again after the delay. */
    record Wait(Duration delay) implements Grant {}

    /** The 24 hour quota is used up until then. */
    record QuotaReached(Instant resumesAt) implements Grant {}

    /** What the warm-up of the sender's identity allows on this day is used up, or it has not begun; the cause is one line. */
    record WarmUpReached(String cause, Instant resumesAt) implements Grant {}

    /** The provider lets the account send nothing, for this cause. */
    record Barred(String cause) implements Grant {}
}
