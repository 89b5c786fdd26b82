package dev.postrider.audit;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param details without whole addresses
 * @param refused why the action did not take effect, null when it did
 */
public record AuditEntry(
        String id,
        Instant at,
        Actor actor,
        AuditAction action,
        AuditSubject subject,
        SortedMap<String, String> details,
        @Nullable String refused) {}
