package dev.postrider.campaign;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of runs.
 *
 * @param maxRenderFailures share of the planned recipients whose render may fail before the run stops, 0 to 1
 * @param pricePerThousand what SES takes for a thousand messages, in dollars, for the estimate of a plan
 */
@ConfigurationProperties("postrider.run")
public record RunSettings(
        @DefaultValue("0.01") double maxRenderFailures,
        @DefaultValue("0.10") double pricePerThousand) {}
