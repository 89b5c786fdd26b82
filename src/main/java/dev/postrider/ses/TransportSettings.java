package dev.postrider.ses;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of how messages are handed to SES.
 *
 * @param transport {@code bulk}: up to 50 messages a request; {@code single}: one
 */
@ConfigurationProperties("postrider.ses")
record TransportSettings(@DefaultValue("bulk") Transport transport) {

    enum Transport {
        BULK,
        SINGLE
    }
}
