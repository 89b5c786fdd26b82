package dev.postrider.ses;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;

/**
 * Signs requests with a time of the caller's rather than the present. The SDK's own client would sign with its clock, set
 * right by what SES last said, and so make a request valid again that was frozen for an hour.
 */
@Component
class SesSigner {

    private static final String SERVICE = "ses";

    private final SesClients clients;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    SesSigner(SesClients clients) {
        this.clients = clients;
    }

    /** @throws SesMisconfigured if there is nothing to sign with, or no region to sign for */
    SdkHttpRequest sign(String path, JsonBody body, Instant signedAt) {
        return signer.sign(SignRequest.builder(clients.resolveCredentials())
                        .request(request(path, body))
                        .payload(() -> new ByteArrayInputStream(body.bytes(), 0, body.length()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(
                                AwsV4HttpSigner.REGION_NAME, clients.region().id())
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(signedAt, ZoneOffset.UTC))
                        .build())
                .request();
    }

    private SdkHttpRequest request(String path, JsonBody body) {
        URI endpoint = clients.endpoint();
        String prefix =
                endpoint.getRawPath() == null ? "" : endpoint.getRawPath().replaceFirst("/+$", "");
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .protocol(endpoint.getScheme())
                .host(endpoint.getHost())
                .encodedPath(prefix + path)
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", Integer.toString(body.length()))
                .putHeader("User-Agent", "postrider");
        return endpoint.getPort() < 0
                ? request.build()
                : request.port(endpoint.getPort()).build();
    }
}
