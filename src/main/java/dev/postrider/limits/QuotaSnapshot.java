package dev.postrider.limits;

import java.time.Instant;
import java.util.Map;

/**
 * Recipients by minute, and by day of identities that are warming up.
 *
 * @param at on Redis's clock, before the counts were read
 * @param minutes since 1970, on Redis's clock
 * @param rateShare by which the rate was lowered then, at most 1
 */
record QuotaSnapshot(Instant at, Map<Long, Long> minutes, Map<IdentityDay, Long> days, double rateShare) {

    static final QuotaSnapshot NONE = new QuotaSnapshot(Instant.EPOCH, Map.of(), Map.of(), 1);
}
