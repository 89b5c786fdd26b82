package dev.postrider.partition;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of shared work.
 *
 * @param standstill after so long without progress in another process the holder of the run takes a partition back, a minute
 *     at least; longer than any wait for SES, MongoDB or Redis
 */
@Validated
@ConfigurationProperties("postrider.partition")
public record PartitionSettings(@DefaultValue("15m") Duration standstill) {

    @AssertTrue(message = "must be a minute at least")
    boolean isStandstillLongEnough() {
        return standstill.compareTo(Duration.ofMinutes(1)) >= 0;
    }
}
