package dev.postrider.template.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RenderWatchdogTests {

    private final RenderWatchdog watchdog = new RenderWatchdog(Duration.ofMillis(50));

    @Test
    void interruptsWhatComputesAndTakesTheInterruptionBack() {
        RenderWatchdog.Watch watch = watchdog.begin();
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        assertThat(watch.tripped()).isTrue();
        watch.end();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void leavesWhatOnlyWaitsInPeace() throws InterruptedException {
        RenderWatchdog.Watch watch = watchdog.begin();
        assertThat(new CountDownLatch(1).await(1, TimeUnit.SECONDS)).isFalse();
        assertThat(watch.tripped()).isFalse();
        watch.end();
    }

    @Test
    void keepsAnInterruptionThatIsNotItsOwn() {
        RenderWatchdog.Watch watch = watchdog.begin();
        Thread.currentThread().interrupt();
        watch.end();
        assertThat(Thread.interrupted()).isTrue();
    }
}
