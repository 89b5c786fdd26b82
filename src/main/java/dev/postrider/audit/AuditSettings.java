package dev.postrider.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit trail.
 *
 * @param operator the person who uses the command line; the user of the operating system where it is empty
 */
@ConfigurationProperties("postrider.audit")
public record AuditSettings(@DefaultValue("") String operator) {}
