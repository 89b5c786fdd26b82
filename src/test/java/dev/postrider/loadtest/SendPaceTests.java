package dev.postrider.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against an SES that counts each message at some time between departure and answer, in simulated time. */
class SendPaceTests {

    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private record Reply(int messages, long at) {}

    private final Random random = new Random(1);
    private final List<Long> departures = new ArrayList<>();
    private final List<Long> counted = new ArrayList<>();

    /** Sends for so many seconds, a message always being there to leave. */
    private void send(double rate, int perRequest, int seconds, LongSupplier latency) {
        SendPace pace = new SendPace(rate);
        Queue<Reply> replies = new PriorityQueue<>(Comparator.comparing(Reply::at));
        for (long now = 0; now < seconds * SECOND; now += MILLI / 10) {
            for (Reply reply = replies.peek(); reply != null && reply.at() <= now; reply = replies.peek()) {
                pace.answer(replies.remove().messages(), now);
            }
            if (pace.wait(perRequest, now) == 0) {
                pace.depart(perRequest, now);
                long answer = latency.getAsLong();
                replies.add(new Reply(perRequest, now + answer));
                departures.addAll(Collections.nCopies(perRequest, now));
                counted.addAll(Collections.nCopies(perRequest, now + random.nextLong(answer)));
            }
        }
    }

    private LongSupplier upTo(long nanos) {
        return () -> 1 + random.nextLong(nanos);
    }

    private static int mostInAny(long window, List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= window) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "14, 1", "14.9, 1", "99, 4", "100, 5", "1000, 50", "1000, 1"})
    void sesNeverCountsMoreThanTheRateInAnySecondHoweverLongItTakes(double rate, int perRequest) {
        send(rate, perRequest, 30, upTo(3 * SECOND));

        assertThat(mostInAny(SECOND, counted)).isLessThanOrEqualTo((int) rate);
        assertThat(departures.size() / 30.0).isGreaterThan(0.35 * Math.floor(rate));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 5", "1000, 50"})
    void holdsTheRateToThreeHundredthsWhereSesAnswersAtOnce(double rate, int perRequest) {
        send(rate, perRequest, 20, upTo(2 * MILLI));

        assertThat(mostInAny(SECOND, counted)).isLessThanOrEqualTo((int) rate);
        assertThat(departures.size() / 20.0).isGreaterThan(0.97 * rate);
    }

    @Test
    void oneMessageWithoutAnAnswerDoesNotHoldUpTheOthers() {
        long[] first = {Duration.ofHours(1).toNanos()};
        send(100, 5, 20, () -> {
            long latency = first[0];
            first[0] = MILLI;
            return latency;
        });

        assertThat(departures.size() / 20.0).isGreaterThan(90);
    }

    @Test
    void waitsForAnAnswerWhereNoneHasCome() {
        SendPace pace = new SendPace(5);
        pace.depart(5, 0);
        assertThat(pace.wait(1, 10 * SECOND)).isEqualTo(Long.MAX_VALUE);

        pace.answer(5, 10 * SECOND);
        assertThat(pace.wait(1, 10 * SECOND)).isBetween(SECOND, SECOND + 10 * MILLI);
    }

    @Test
    void spacesMessagesEvenly() {
        send(100, 1, 10, () -> 5 * MILLI);

        assertThat(mostInAny(SECOND / 10, departures)).isLessThanOrEqualTo(13);
    }

    @Test
    void doesNotCatchUpOnALongPause() {
        SendPace pace = new SendPace(100);
        long now = 10 * SECOND;
        int atOnce = 0;
        while (pace.wait(1, now) == 0) {
            pace.depart(1, now);
            atOnce++;
        }

        assertThat(atOnce).isLessThanOrEqualTo(3);
    }

    @Test
    void belowOneASecondIsOneInSeveralSeconds() {
        send(0.25, 1, 40, upTo(100 * MILLI));

        assertThat(mostInAny(4 * SECOND, counted)).isEqualTo(1);
        assertThat(counted).hasSizeBetween(9, 10);
    }

    @Test
    void theShareOfTheLastMessageEndsWhenTheNextWouldBeDue() {
        SendPace pace = new SendPace(1);
        pace.depart(1, 0);

        assertThat(pace.due()).isEqualTo(SECOND);
    }
}
