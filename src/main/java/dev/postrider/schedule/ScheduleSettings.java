package dev.postrider.schedule;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of schedules.
 *
 * @param grace how late a slot is still caught up where a campaign's file does not say, a minute at least; the same on all
 *     nodes
 */
@Validated
@ConfigurationProperties("postrider.schedule")
public record ScheduleSettings(@DefaultValue("1h") Duration grace) {

    @AssertTrue(message = "must be a minute at least")
    boolean isGraceLongEnough() {
        return grace.compareTo(Duration.ofMinutes(1)) >= 0;
    }
}
