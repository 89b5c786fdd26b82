package dev.postrider.observability;

import dev.postrider.recipient.Scrubbed;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Asks one store again and again whether it answers, in the background: whoever wants to know is told at once, also while
 * the store's client still waits for it, and however many want to know the store is asked as often.
 */
final class StoreWatch implements HealthIndicator, Runnable {

    private final Callable<Map<String, Object>> question;
    private final Duration silence;
    private volatile @Nullable Answer last;

    private record Answer(Health health, long at) {}

    /**
     * @param question answers with what is worth to be known of the store, or throws
     * @param silence after so long without an answer the store is down
     */
    StoreWatch(Callable<Map<String, Object>> question, Duration silence) {
        this.question = question;
        this.silence = silence;
    }

    @Override
    public void run() {
        last = new Answer(ask(), System.nanoTime());
    }

    // Whatever a client of a store throws means that the store cannot be used.
    @SuppressWarnings("IllegalCatch")
    private Health ask() {
        try {
            return Health.up().withDetails(question.call()).build();
        } catch (Exception e) {
            return Health.down().withDetail("error", Scrubbed.cause(e)).build();
        }
    }

    @Override
    public Health health() {
        Answer answer = last;
        if (answer == null) {
            return Health.outOfService().withDetail("error", "not asked yet").build();
        }
        Duration age = Duration.ofNanos(System.nanoTime() - answer.at());
        return age.compareTo(silence) <= 0
                ? answer.health()
                : Health.down()
                        .withDetail("error", "no answer for " + age.toSeconds() + " s")
                        .build();
    }

    double up() {
        return health().getStatus().equals(Status.UP) ? 1 : 0;
    }
}
