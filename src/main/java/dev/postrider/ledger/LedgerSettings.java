package dev.postrider.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger.
 *
 * @param lease how long a process is taken for alive after its last sign of life
 * @param storeRetry how long a claim or an outcome is tried again while MongoDB does not answer
 */
@ConfigurationProperties("postrider.ledger")
public record LedgerSettings(
        @DefaultValue("10s") Duration lease,
        @DefaultValue("30s") Duration storeRetry) {}
