package dev.postrider.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the deliver stage.
 *
 * @param threads partitions that send at the same time
 * @param claimAge a claim older than this is not sent any more; well under the five minutes that SES accepts a signature
 * @param unreachable the run is held when SES could not be reached for this long
 */
@ConfigurationProperties("postrider.delivery")
public record DeliverySettings(
        @DefaultValue("8") int threads,
        @DefaultValue("30s") Duration claimAge,
        @DefaultValue("1m") Duration unreachable) {}
