package dev.postrider.ses;

import jakarta.validation.constraints.Min;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Amazon SES is reached and what is expected of it.
 *
 * @param endpoint in place of the region's own, for instance the simulator's; on loopback, made-up credentials do
 * @param region from the AWS environment (AWS_REGION, profile, instance) when absent
 * @param configurationSet without one SES publishes no events that carry our tags
 * @param maxConnections to SES, kept open; at least as many as there are threads that send
 * @param connectTimeout for one connection
 * @param acquireTimeout how long a thread waits for one of the connections
 * @param socketTimeout how long SES may be silent: after it nobody knows whether the message was taken
 * @param attemptTimeout for one request as a whole
 * @param idleTimeout an idle connection is closed after it, before SES does so
 * @param accountRefresh how long the account's limits are taken for current; SES allows one look a second
 * @param allowSandbox send although SES takes verified recipients only
 * @param transport {@code bulk}: up to 50 messages a request; {@code single}: one
 * @param failedEntries what TRANSIENT_FAILURE and FAILED of one message in a bulk request mean; SES does not say
 */
@Validated
@ConfigurationProperties("postrider.ses")
record SesSettings(
        @Nullable URI endpoint,
        @Nullable String region,
        @Nullable String configurationSet,
        @DefaultValue("64") @Min(1) int maxConnections,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("5s") Duration acquireTimeout,
        @DefaultValue("30s") Duration socketTimeout,
        @DefaultValue("60s") Duration attemptTimeout,
        @DefaultValue("20s") Duration idleTimeout,
        @DefaultValue("1m") Duration accountRefresh,
        @DefaultValue("false") boolean allowSandbox,
        @DefaultValue("bulk") SesTransportKind transport,
        @DefaultValue("unknown") FailedEntries failedEntries) {

    enum FailedEntries {
        /** Neither sent again nor called sent. */
        UNKNOWN,
        /** Not taken, so sent again. */
        NOT_SENT
    }

    SesSettings {
        endpoint = endpoint == null || endpoint.toString().isBlank() ? null : endpoint;
        region = region == null || region.isBlank() ? null : region.trim();
        configurationSet = configurationSet == null || configurationSet.isBlank() ? null : configurationSet.trim();
        if (endpoint != null && (endpoint.getHost() == null || !isHttp(endpoint))) {
            throw new IllegalArgumentException(
                    "postrider.ses.endpoint '" + endpoint + "' is not a URL such as http://127.0.0.1:8005");
        }
    }

    boolean onLoopback() {
        if (endpoint == null) {
            return false;
        }
        try {
            return InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isHttp(URI endpoint) {
        String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https");
    }
}
