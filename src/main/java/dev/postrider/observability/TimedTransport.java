package dev.postrider.observability;

import dev.postrider.delivery.MailTransport;
import dev.postrider.delivery.Outcome;
import dev.postrider.outbox.EnvelopeBatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A transport that counts the time which requests take, by campaign. Where a batch is several requests each counts with
 * their mean.
 */
final class TimedTransport implements MailTransport {

    private static final Duration[] BUCKETS = Stream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MailTransport transport;
    private final Supplier<MeterRegistry> registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    TimedTransport(MailTransport transport, Supplier<MeterRegistry> registry) {
        this.transport = transport;
        this.registry = registry;
    }

    @Override
    public List<Outcome> send(EnvelopeBatch batch, Instant claimedAt) {
        long start = System.nanoTime();
        List<Outcome> outcomes = transport.send(batch, claimedAt);
        long took = System.nanoTime() - start;
        int requests = (outcomes.size() + messagesPerRequest() - 1) / messagesPerRequest();
        Timer timer = timers.computeIfAbsent(batch.run().campaign(), this::timer);
        for (int i = 0; i < requests; i++) {
            timer.record(Duration.ofNanos(took / requests));
        }
        return outcomes;
    }

    private Timer timer(String campaign) {
        return Timer.builder("postrider.send")
                .description("Requests to SES, and the time until it answered")
                .tag(RunSamples.CAMPAIGN, campaign)
                .serviceLevelObjectives(BUCKETS)
                .register(registry.get());
    }

    @Override
    public int messagesPerRequest() {
        return transport.messagesPerRequest();
    }
}
