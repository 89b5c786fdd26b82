package dev.postrider.limits;

import java.time.Instant;
import java.util.Map;

/**
 * Recipients by minute.
 *
 * @param at on Redis's clock, before the minutes were read
 * @param minutes since 1970, on Redis's clock
 */
record QuotaSnapshot(Instant at, Map<Long, Long> minutes) {}
