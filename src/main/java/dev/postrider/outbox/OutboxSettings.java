package dev.postrider.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the outbox. Commands are bounded by {@code spring.data.redis.timeout}.
 *
 * @param maxEntries most entries (batches) that wait for one run; a full outbox makes render wait
 * @param maxBytes most compressed bytes that wait for one run
 * @param batchSize most messages in one batch; SES takes 50 in one bulk request
 * @param maxRequestSize most bytes of one bulk request; SES refuses more than 1 MB
 * @param claimAfter an entry that a living consumer has held for so long may be taken over; longer than any wait for
 *     permits plus the time-out of SES
 * @param patience render and deliver fail when Redis could not be reached, or was full, for this long
 */
@Validated
@ConfigurationProperties("postrider.outbox")
public record OutboxSettings(
        @DefaultValue("400") @Min(1) int maxEntries,
        @DefaultValue("64MB") DataSize maxBytes,
        @DefaultValue("50") @Min(1) @Max(50) int batchSize,
        @DefaultValue("900KB") DataSize maxRequestSize,
        @DefaultValue("10m") Duration claimAfter,
        @DefaultValue("5m") Duration patience) {}
