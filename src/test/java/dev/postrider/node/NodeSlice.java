package dev.postrider.node;

import dev.postrider.SettableClock;
import dev.postrider.limits.LimitsSettings;
import dev.postrider.limits.SendingLeave;
import dev.postrider.limits.SettableAccount;
import java.time.Instant;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The rooms of runs and the ledger, and what a node looks for; no stereotype, so that the application does not find it. */
@EnableAutoConfiguration
@ComponentScan({"dev.postrider.ledger", "dev.postrider.run"})
@ConfigurationPropertiesScan("dev.postrider.ledger")
@EnableConfigurationProperties(LimitsSettings.class)
@Import({DueRuns.class, SendingLeave.class})
class NodeSlice {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    }

    @Bean
    SettableAccount account() {
        return new SettableAccount(14, 50_000);
    }
}
