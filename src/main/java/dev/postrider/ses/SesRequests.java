package dev.postrider.ses;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postrider.delivery.Hold;
import dev.postrider.delivery.Outcome;
import dev.postrider.recipient.Scrubbed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Posts JSON to SES, once: there is no retry on any level, for SES has no idempotency token. Uses the SDK's signer
 * without the SDK's pipeline, which costs several times as much for each message. Thread-safe.
 */
@Component
class SesRequests implements AutoCloseable {

    private static final int MAX_ANSWER = 1024 * 1024;
    private static final Set<String> SET_BY_CLIENT = Set.of("Content-Length", "Host");

    private final SesConnections connections;
    private final SesSigner signer;
    private final Duration timeout;
    private final ScheduledThreadPoolExecutor timer;

    SesRequests(SesConnections connections, SesSigner signer, SesSettings settings) {
        this.connections = connections;
        this.signer = signer;
        this.timeout = settings.attemptTimeout();
        this.timer = new ScheduledThreadPoolExecutor(1, SesRequests::daemon);
        this.timer.setRemoveOnCancelPolicy(true);
    }

    SesAnswer post(String path, JsonBody body, Instant signedAt) {
        SdkHttpRequest signed;
        try {
            signed = signer.sign(path, body, signedAt);
        } catch (SesUnavailable e) {
            return new SesAnswer.NoAnswer(new Outcome.Held(Hold.ACCOUNT, Scrubbed.cause(e)));
        }
        JsonEntity content = new JsonEntity(body);
        try {
            return call(request(signed, content));
        } catch (IOException | RuntimeException e) {
            String cause = Scrubbed.cause(e);
            return new SesAnswer.NoAnswer(content.begun() ? new Outcome.Unknown(cause) : new Outcome.NotSent(cause));
        }
    }

    private static HttpPost request(SdkHttpRequest signed, JsonEntity content) {
        HttpPost request = new HttpPost(signed.getUri());
        signed.forEachHeader((name, values) -> {
            if (!SET_BY_CLIENT.contains(name)) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        request.setEntity(content);
        return request;
    }

    private SesAnswer call(HttpPost request) throws IOException {
        Future<?> abort = timer.schedule(request::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (CloseableHttpResponse response = connections.execute(request)) {
            int status = response.getStatusLine().getStatusCode();
            boolean success = status / 100 == 2;
            return new SesAnswer.Answered(
                    status, errorCode(response), body(response, success), success ? null : date(response));
        } finally {
            abort.cancel(false);
        }
    }

    /** A refusal is one whatever becomes of its text; a success has to be readable. */
    private static String body(HttpResponse response, boolean success) throws IOException {
        HttpEntity body = response.getEntity();
        if (body == null) {
            return "";
        }
        try (InputStream content = body.getContent()) {
            return new String(content.readNBytes(MAX_ANSWER), UTF_8);
        } catch (IOException e) {
            if (success) {
                throw e;
            }
            return "";
        }
    }

    private static @Nullable String errorCode(HttpResponse response) {
        Header header = response.getFirstHeader("x-amzn-ErrorType");
        if (header == null || header.getValue() == null) {
            return null;
        }
        String type = header.getValue().split(":", 2)[0].strip();
        return type.isEmpty() ? null : type;
    }

    private static @Nullable Instant date(HttpResponse response) {
        Header date = response.getFirstHeader("Date");
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date.getValue(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "ses-timeout");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
