package dev.postrider.loadtest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Spaces messages evenly, so that SES counts at most {@code rate} of them in any one second. SES counts a message at some
 * time between its departure and its answer. Each is held against the rate from its departure until a second after its
 * answer: those that SES counts in one second are then all held at the end of that second, and no more than {@code rate}
 * ever are. The price is a rate of {@code rate / (1 s + time to answer)}. Times are nanoseconds of one clock that begins
 * at 0 and never goes back. Not thread-safe.
 */
final class SendPace {

    /** For rounded clocks on either side. */
    private static final Duration MARGIN = Duration.ofMillis(5);

    /** Who was late catches up by so much, and no more. */
    private static final Duration CATCH_UP = Duration.ofMillis(20);

    private static final double SECOND = 1e9;

    private record Answered(int messages, long at) {}

    private final int most;
    private final long window;
    private final double spacing;
    private final Deque<Answered> answered = new ArrayDeque<>();
    private long held;
    private long due;

    /** @param rate most in any second; below 1 it is one in every {@code 1 / rate} seconds */
    SendPace(double rate) {
        this.most = (int) Math.max(1, Math.floor(rate));
        this.window = (long) (Math.max(1, 1 / rate) * SECOND) + MARGIN.toNanos();
        this.spacing = SECOND / rate;
    }

    /** Nanoseconds until so many messages may leave: 0 if they may now, {@link Long#MAX_VALUE} before an answer comes. */
    long wait(int messages, long now) {
        forget(now);
        if (held + messages <= most) {
            return Math.max(0, due - now);
        }
        return answered.isEmpty()
                ? Long.MAX_VALUE
                : Math.max(due, answered.getFirst().at() + window) - now;
    }

    /** So many messages leave now, in one request. */
    void depart(int messages, long now) {
        held += messages;
        due = Math.max(due, now - CATCH_UP.toNanos()) + (long) (messages * spacing);
    }

    /** SES has answered a request with so many messages, and so has counted them. */
    void answer(int messages, long now) {
        answered.addLast(new Answered(messages, now));
    }

    /** When the next message would be due: the last one's share of time is over. */
    long due() {
        return due;
    }

    private void forget(long now) {
        while (!answered.isEmpty() && answered.getFirst().at() + window <= now) {
            held -= answered.removeFirst().messages();
        }
    }
}
