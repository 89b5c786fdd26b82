package dev.postrider.simulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes back, when, and in what condition. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, @Nullable String errorType, byte[] body, Duration delay, Condition condition) {

    /** In what condition an answer reaches the client. */
    public enum Condition {
        WHOLE,
        /** Half of the body under the full length, then the connection is closed. */
        TRUNCATED,
        /** Not at all: the connection is reset instead. */
        RESET
    }

    public static Answer ok(byte[] json) {
        return new Answer(200, null, json, Duration.ZERO, Condition.WHOLE);
    }

    public static Answer ok(String json) {
        return ok(json.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer error(int status, String errorType, byte[] json) {
        return new Answer(status, errorType, json, Duration.ZERO, Condition.WHOLE);
    }

    public Answer after(Duration longer) {
        return longer.isZero() ? this : new Answer(status, errorType, body, delay.plus(longer), condition);
    }

    public Answer in(Condition other) {
        return new Answer(status, errorType, body, delay, other);
    }
}
