package dev.postrider.limits;

import java.time.Instant;
import java.util.Map;

/**
 * Recipients by minute.
 *
 * @param at on Redis's clock, before the minutes were read
 * @param minutes since 1970, on Redis's clock
 * @param rateShare by which the rate was lowered then, at most 1
 */
record QuotaSnapshot(Instant at, Map<Long, Long> minutes, double rateShare) {}
