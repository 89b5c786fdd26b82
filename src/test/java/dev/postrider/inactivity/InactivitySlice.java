package dev.postrider.inactivity;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/** The room of the inactivity job, and the stores; no stereotype, so that the application does not find it. */
@EnableAutoConfiguration
@ComponentScan("dev.postrider.inactivity")
@ConfigurationPropertiesScan("dev.postrider.inactivity")
class InactivitySlice {}
