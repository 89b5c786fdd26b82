package dev.postrider.chore;

import dev.postrider.ledger.RunId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A slot of a job.
 *
 * @param id job and slot, written as a campaign's run is
 * @param dueAt not before this instant
 * @param owner the lease of the process that works on it, or that did when it died
 */
public record Chore(
        RunId id, ZoneId zone, Instant dueAt, @Nullable String owner) {

    String job() {
        return id.campaign();
    }

    Instant slot() {
        return id.slot();
    }
}
