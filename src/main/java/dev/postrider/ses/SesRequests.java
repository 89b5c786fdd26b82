package dev.postrider.ses;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postrider.delivery.Hold;
import dev.postrider.delivery.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Posts JSON to SES, once: there is no retry on any level, for SES has no idempotency token. Uses the SDK's signer and
 * HTTP client without the SDK's pipeline, which costs several times as much for each message. Thread-safe.
 */
@Component
class SesRequests implements AutoCloseable {

    private static final int MAX_ANSWER = 1024 * 1024;

    private final SesClients clients;
    private final SesSigner signer;
    private final Duration timeout;
    private final ScheduledThreadPoolExecutor timer;

    SesRequests(SesClients clients, SesSigner signer, SesSettings settings) {
        this.clients = clients;
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
        BodyStream content = new BodyStream(body);
        try {
            return call(HttpExecuteRequest.builder()
                    .request(signed)
                    .contentStreamProvider(() -> content)
                    .build());
        } catch (IOException | RuntimeException e) {
            String cause = Scrubbed.cause(e);
            return new SesAnswer.NoAnswer(content.begun ? new Outcome.Unknown(cause) : new Outcome.NotSent(cause));
        }
    }

    private SesAnswer call(HttpExecuteRequest prepared) throws IOException {
        ExecutableHttpRequest request = clients.http().prepareRequest(prepared);
        Future<?> abort = timer.schedule(request::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            HttpExecuteResponse response = request.call();
            SdkHttpResponse head = response.httpResponse();
            return new SesAnswer.Answered(
                    head.statusCode(), errorCode(head), body(response, head.isSuccessful()), date(head));
        } finally {
            abort.cancel(false);
        }
    }

    /** A refusal is one whatever becomes of its text; a success has to be readable. */
    private static String body(HttpExecuteResponse response, boolean success) throws IOException {
        Optional<AbortableInputStream> body = response.responseBody();
        if (body.isEmpty()) {
            return "";
        }
        try (InputStream content = body.get()) {
            return new String(content.readNBytes(MAX_ANSWER), UTF_8);
        } catch (IOException e) {
            if (success) {
                throw e;
            }
            return "";
        }
    }

    private static @Nullable String errorCode(SdkHttpResponse head) {
        return head.firstMatchingHeader("x-amzn-ErrorType")
                .map(type -> type.split(":", 2)[0].strip())
                .filter(type -> !type.isEmpty())
                .orElse(null);
    }

    private static @Nullable Instant date(SdkHttpResponse head) {
        if (head.isSuccessful()) {
            return null;
        }
        try {
            return head.firstMatchingHeader("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(null);
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

    /** Remembers whether the HTTP client has come to writing the body. */
    private static final class BodyStream extends ByteArrayInputStream {

        private volatile boolean begun;

        BodyStream(JsonBody body) {
            super(body.bytes(), 0, body.length());
        }

        @Override
        public synchronized int read() {
            begun = true;
            return super.read();
        }

        @Override
        public synchronized int read(byte[] target, int offset, int count) {
            begun = true;
            return super.read(target, offset, count);
        }
    }
}
