package dev.postrider.ses;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.utils.HttpClientUtils;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.impl.conn.SystemDefaultRoutePlanner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The pool of connections that sends go through, opened when first used. A request is made once: not repeated, not
 * redirected. The SDK's own client writes a body in pieces of 4 kB, which on half a megabyte costs more than making it.
 * Thread-safe.
 */
@Component
class SesConnections implements AutoCloseable {

    private final SesSettings settings;
    private final SingletonSupplier<CloseableHttpClient> client = SingletonSupplier.of(this::open);
    private volatile @Nullable CloseableHttpClient opened;

    SesConnections(SesSettings settings) {
        this.settings = settings;
    }

    CloseableHttpResponse execute(HttpUriRequest request) throws IOException {
        return client.obtain().execute(request);
    }

    private CloseableHttpClient open() {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(settings.maxConnections());
        pool.setDefaultMaxPerRoute(settings.maxConnections());
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(timeouts())
                .setRoutePlanner(new SystemDefaultRoutePlanner(null))
                .evictIdleConnections(settings.idleTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
        opened = client;
        return client;
    }

    private RequestConfig timeouts() {
        return RequestConfig.custom()
                .setConnectTimeout(millis(settings.connectTimeout()))
                .setConnectionRequestTimeout(millis(settings.acquireTimeout()))
                .setSocketTimeout(millis(settings.socketTimeout()))
                .build();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    @Override
    public void close() {
        HttpClientUtils.closeQuietly(opened);
    }
}
