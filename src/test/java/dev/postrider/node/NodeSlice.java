package dev.postrider.node;

import dev.postrider.SettableClock;
import dev.postrider.limits.LimitsSettings;
import dev.postrider.limits.SendingLeave;
import dev.postrider.limits.SettableAccount;
import dev.postrider.partition.Epochs;
import dev.postrider.partition.PartitionSettings;
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
@ComponentScan({"dev.postrider.assist", "dev.postrider.ledger", "dev.postrider.partition", "dev.postrider.run"})
@ConfigurationPropertiesScan("dev.postrider.ledger")
@EnableConfigurationProperties({LimitsSettings.class, NodeSettings.class, PartitionSettings.class})
@Import({DueRuns.class, SendingLeave.class, Takeovers.class})
class NodeSlice {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    }

    @Bean
    Epochs epochs() {
        return run -> 0L;
    }

    @Bean
    SettableAccount account() {
        return new SettableAccount(14, 50_000);
    }
}
