package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import dev.postrider.simulator.limits.LimitRules;
import dev.postrider.simulator.limits.SendingLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two processes at a provider whose rate others use too. */
class ForeignTrafficIntegrationTests {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignTrafficIntegrationTests.class);
    private static final RunId RUN = new RunId("foreign@20260105T090000Z");
    private static final int RATE = 1_000;
    private static final Duration BACK_OFF = Duration.ofMillis(300);
    private static final Duration LEARNING = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(4);

    private volatile double foreignRate = RATE / 2.0;
    private volatile boolean stopped;
    private final SendingLimits provider =
            new SendingLimits(Clock.systemUTC(), () -> new LimitRules(RATE, -1, true, foreignRate));
    private final LongAdder accepted = new LongAdder();
    private final LongAdder throttled = new LongAdder();

    @Test
    void theRateFallsToWhatOthersLeaveAndComesBackWhenTheyEnd() throws Exception {
        TestLimits.Account account = TestLimits.Account.of(RATE, AccountQuota.UNLIMITED);
        try (TestLimits one = account.process();
                TestLimits other = account.process()) {
            int full = one.limits.largestBatch(null);
            List<Thread> senders = Stream.of(one, one, other, other)
                    .map(process -> new Thread(() -> send(process.limits)))
                    .toList();
            senders.forEach(Thread::start);
            await().pollDelay(LEARNING).until(() -> true);
            accepted.reset();
            throttled.reset();
            await().pollDelay(MEASURED).until(() -> true);
            double perSecond = accepted.sum() / (double) MEASURED.toSeconds();
            double refused = throttled.sum() / (double) (accepted.sum() + throttled.sum());
            LOG.info("{}/s of {} that others leave; {} throttled", perSecond, RATE - foreignRate, refused);
            foreignRate = 0;

            await().atMost(Duration.ofSeconds(60)).until(() -> one.limits.largestBatch(null) > full * 0.65);
            stopped = true;
            for (Thread sender : senders) {
                sender.join();
            }
            assertThat(perSecond).isBetween(RATE * 0.25, RATE * 0.5);
            assertThat(refused).isLessThan(0.1);
            assertThat(provider.mostOfferedInOneSecond()).isLessThanOrEqualTo(RATE);
        }
    }

    private void send(SendLimits limits) {
        while (!stopped) {
            Permits permits = permits(limits);
            if (permits == null || permits.expired()) {
                continue;
            }
            if (provider.take(permits.count()) == SendingLimits.Verdict.TAKEN) {
                accepted.add(permits.count());
            } else {
                throttled.add(permits.count());
                limits.throttled(permits, permits.count());
                LockSupport.parkNanos(BACK_OFF.toNanos());
            }
        }
    }

    private static @Nullable Permits permits(SendLimits limits) {
        Grant grant =
                limits.take(new PermitRequest(Lane.CAMPAIGN, RUN, TestLimits.FROM, limits.largestBatch(null), null));
        if (grant instanceof Grant.Wait wait) {
            LockSupport.parkNanos(wait.delay().toNanos());
        }
        return grant instanceof Grant.Granted granted ? granted.permits() : null;
    }
}
