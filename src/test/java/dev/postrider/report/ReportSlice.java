package dev.postrider.report;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The rooms that reports read, of feedback and limits only what is kept; no stereotype, so that the application does not find it. */
@EnableAutoConfiguration
@ComponentScan({"dev.postrider.ledger", "dev.postrider.run", "dev.postrider.plan", "dev.postrider.report"})
@ComponentScan(
        basePackages = {"dev.postrider.feedback", "dev.postrider.limits"},
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(FeedbackRecords|KeptFeedback|RateShare|QuotaSnapshots)"))
@ConfigurationPropertiesScan({"dev.postrider.ledger", "dev.postrider.limits"})
class ReportSlice {}
