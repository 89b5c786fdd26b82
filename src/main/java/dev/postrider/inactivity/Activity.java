package dev.postrider.inactivity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the job has to know of one recipient.
 *
 * @param last the last activity, or else the sign-up; null if neither is known
 * @param stage with which the recipient is marked
 */
record Activity(
        String recipient, @Nullable Instant last, @Nullable Integer stage) {}
