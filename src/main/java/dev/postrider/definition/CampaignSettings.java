package dev.postrider.definition;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where campaigns are defined.
 *
 * @param jobsDir folder of the campaigns' files
 */
@ConfigurationProperties("postrider")
public record CampaignSettings(@DefaultValue("jobs") Path jobsDir) {}
