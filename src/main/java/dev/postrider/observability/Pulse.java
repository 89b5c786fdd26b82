package dev.postrider.observability;

import dev.postrider.recipient.Scrubbed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Has stores asked and figures fetched once a period; one that waits for its store does not keep the others waiting. */
final class Pulse implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);

    private final ScheduledThreadPoolExecutor threads;
    private final List<? extends Future<?>> tasks;

    Pulse(Duration period, List<StoreWatch> stores, List<Samples> samples) {
        CustomizableThreadFactory factory = new CustomizableThreadFactory("pulse-");
        factory.setDaemon(true);
        threads = new ScheduledThreadPoolExecutor(stores.size() + samples.size(), factory);
        tasks = Stream.<Runnable>concat(stores.stream(), samples.stream().map(figures -> () -> take(figures)))
                .map(task -> threads.scheduleWithFixedDelay(task, 0, period.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
    }

    private static void take(Samples samples) {
        try {
            samples.take();
        } catch (RuntimeException e) {
            samples.forget();
            log.debug("no figures for metrics: {}", Scrubbed.cause(e));
        }
    }

    @Override
    public void close() {
        tasks.forEach(task -> task.cancel(true));
        threads.shutdown();
    }
}
