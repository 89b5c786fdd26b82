package dev.postrider.observability;

import java.net.InetAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the management port, which nodes have.
 *
 * @param address where it listens; what it tells is not for the public
 * @param port 0: any that is free; -1: none
 * @param period between two looks at the stores, for health and for the figures that come from them
 */
@ConfigurationProperties("postrider.management")
public record ManagementSettings(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8081") int port,
        @DefaultValue("5s") Duration period) {

    public ManagementSettings {
        if (port < -1 || port > 65_535) {
            throw new IllegalArgumentException("postrider.management.port has to be from 0 to 65535, or -1 for none");
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("postrider.management.period has to be longer than 0");
        }
    }
}
