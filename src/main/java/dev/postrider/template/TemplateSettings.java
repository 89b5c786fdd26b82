package dev.postrider.template;

import java.nio.file.Path;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where templates are and in which language they are written.
 *
 * @param templatesDir folder that holds one folder a template, and {@code layout} for shared pieces
 * @param templatesLocale language of the month names and the like in dates that templates print
 */
@ConfigurationProperties("postrider")
public record TemplateSettings(
        @DefaultValue("templates") Path templatesDir,
        @DefaultValue("en-US") Locale templatesLocale) {}
