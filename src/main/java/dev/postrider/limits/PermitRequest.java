package dev.postrider.limits;

import dev.postrider.ledger.RunId;
import org.jspecify.annotations.Nullable;

/**
 * What permits are asked for.
 *
 * @param from the sender, as in a campaign: its identity may be warming up
 * @param count recipients, 1 or more
 * @param runRate most of this run in any one second, null for no limit of its own
 */
public record PermitRequest(
        Lane lane,
        RunId run,
        String from,
        int count,
        @Nullable Double runRate) {

    public PermitRequest {
        if (count < 1) {
            throw new IllegalArgumentException("permits for " + count + " recipients");
        }
    }
}
