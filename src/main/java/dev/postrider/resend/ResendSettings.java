package dev.postrider.resend;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of resends.
 *
 * @param minAge an unknown delivery is not sent again before this: SES accepts the request of a frozen process for five
 *     minutes after its claim, and clocks differ
 */
@ConfigurationProperties("postrider.resend")
public record ResendSettings(@DefaultValue("10m") Duration minAge) {

    public ResendSettings {
        if (minAge.isNegative()) {
            throw new IllegalArgumentException("postrider.resend.min-age has to be 0 or more");
        }
    }
}
