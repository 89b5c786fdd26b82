package dev.postrider.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    @Test
    void holdsForAllThatIsWaitedForTogether() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService stuck = Executors.newSingleThreadExecutor();
        ExecutorService idle = Executors.newSingleThreadExecutor();
        stuck.execute(() -> awaitRelease(release));
        stuck.shutdown();
        idle.shutdown();
        try {
            Deadline deadline = Deadline.in(Duration.ofMillis(50));

            assertThat(deadline.awaitEnd(stuck)).isFalse();
            assertThat(deadline.awaitEnd(idle)).isTrue();
            assertThat(deadline.awaitEnd(stuck)).as("it has passed").isFalse();
        } finally {
            release.countDown();
        }
        assertThat(stuck.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitRelease(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
