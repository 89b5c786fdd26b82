package dev.postrider.forecast;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of forecasts.
 *
 * @param leadDays working days that AWS is given to raise a quota
 */
@ConfigurationProperties("postrider.forecast")
public record ForecastSettings(@DefaultValue("3") int leadDays) {

    public ForecastSettings {
        if (leadDays < 0 || leadDays > 60) {
            throw new IllegalArgumentException("postrider.forecast.lead-days has to be from 0 to 60");
        }
    }
}
