package dev.postrider.report;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/** The rooms that reports read; no stereotype, so that the application does not find it. */
@EnableAutoConfiguration
@ComponentScan({"dev.postrider.ledger", "dev.postrider.run", "dev.postrider.plan", "dev.postrider.report"})
@ConfigurationPropertiesScan("dev.postrider.ledger")
class ReportSlice {}
