package dev.postrider.ses;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.endpoints.SesV2EndpointProvider;

/** Credentials, address and API of SES, looked up when first used: most commands need none. Thread-safe. */
@Component
class SesClients implements AutoCloseable {

    private static final Duration ACCOUNT_TIMEOUT = Duration.ofSeconds(15);

    private final SesSettings settings;
    private final SingletonSupplier<Region> region = SingletonSupplier.of(this::findRegion);
    private final SingletonSupplier<URI> endpoint = SingletonSupplier.of(this::findEndpoint);
    private final SingletonSupplier<AwsCredentialsProvider> credentials = SingletonSupplier.of(this::findCredentials);
    private final SingletonSupplier<SdkHttpClient> http = SingletonSupplier.of(this::connect);
    private final SingletonSupplier<SesV2Client> api = SingletonSupplier.of(this::open);
    private volatile @Nullable SdkHttpClient opened;

    SesClients(SesSettings settings) {
        this.settings = settings;
    }

    /** @throws SesMisconfigured if neither a setting nor the environment names one */
    Region region() {
        return region.obtain();
    }

    URI endpoint() {
        return endpoint.obtain();
    }

    /** @throws SesMisconfigured if there are none */
    AwsCredentials resolveCredentials() {
        try {
            return credentials.obtain().resolveCredentials();
        } catch (SdkException e) {
            throw new SesMisconfigured(
                    "no AWS credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give a profile"
                            + " or the instance a role",
                    e);
        }
    }

    /** For everything but sends: it tries again by itself. */
    SesV2Client api() {
        return api.obtain();
    }

    private Region findRegion() {
        if (settings.region() != null) {
            return Region.of(settings.region());
        }
        if (settings.endpoint() != null) {
            return Region.US_EAST_1;
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkException e) {
            throw new SesMisconfigured("no AWS region is configured: set postrider.ses.region or AWS_REGION", e);
        }
    }

    private URI findEndpoint() {
        if (settings.endpoint() != null) {
            return settings.endpoint();
        }
        return SesV2EndpointProvider.defaultProvider()
                .resolveEndpoint(parameters -> parameters.region(region()))
                .join()
                .url();
    }

    private AwsCredentialsProvider findCredentials() {
        if (!settings.onLoopback()) {
            return DefaultCredentialsProvider.builder().build();
        }
        return AwsCredentialsProviderChain.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                ProfileCredentialsProvider.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }

    private SdkHttpClient connect() {
        SdkHttpClient client = ApacheHttpClient.builder()
                .maxConnections(settings.maxConnections())
                .connectionTimeout(settings.connectTimeout())
                .connectionAcquisitionTimeout(settings.acquireTimeout())
                .socketTimeout(settings.socketTimeout())
                .connectionMaxIdleTime(settings.idleTimeout())
                .build();
        opened = client;
        return client;
    }

    private SesV2Client open() {
        return SesV2Client.builder()
                .endpointOverride(endpoint())
                .region(region())
                .credentialsProvider(credentials.obtain())
                .httpClient(http.obtain())
                .overrideConfiguration(override -> override.apiCallTimeout(ACCOUNT_TIMEOUT))
                .build();
    }

    @Override
    public void close() {
        SdkHttpClient client = opened;
        if (client != null) {
            client.close();
        }
    }
}
