package dev.postrider.operations;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.event.EventListener;

/** A job's work that does as it is told. */
class Errand {

    static final String NAME = "errand";

    private final List<Long> abandoned = new CopyOnWriteArrayList<>();
    private final List<Long> recovered = new CopyOnWriteArrayList<>();
    private volatile @Nullable String failure;
    private final AtomicBoolean refusing = new AtomicBoolean();
    private volatile @Nullable CountDownLatch gate;

    void succeed() {
        failure = null;
        gate = null;
    }

    void failWith(String message) {
        failure = message;
        gate = null;
    }

    void waitForStop() {
        failure = null;
        gate = new CountDownLatch(1);
    }

    void letGo() {
        CountDownLatch waiting = gate;
        if (waiting != null) {
            waiting.countDown();
        }
    }

    void run(StepExecution step) throws InterruptedException {
        String message = failure;
        if (message != null) {
            throw new IllegalStateException(message);
        }
        CountDownLatch waiting = gate;
        if (waiting != null) {
            await().atMost(Duration.ofSeconds(30)).until(step::isTerminateOnly);
            waiting.await();
        }
    }

    List<Long> abandoned() {
        return abandoned;
    }

    List<Long> recovered() {
        return recovered;
    }

    /** As when a store is away. */
    void refuseNextRecovery() {
        refusing.set(true);
    }

    @EventListener
    void on(JobRecovered event) {
        if (refusing.getAndSet(false)) {
            throw new IllegalStateException("not now");
        }
        recovered.add(event.execution());
    }

    @EventListener
    void on(JobAbandoned event) {
        abandoned.add(event.execution());
    }
}
