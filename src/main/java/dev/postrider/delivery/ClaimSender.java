package dev.postrider.delivery;

import dev.postrider.ledger.Ledger;
import dev.postrider.limits.Permits;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends claimed messages and settles them. What SES certainly did not take keeps its claim and is tried again while the
 * claim is young; an old claim is handed back and made anew, for requests are signed with its time.
 */
@Component
class ClaimSender {

    private static final Logger log = LoggerFactory.getLogger(ClaimSender.class);

    private static final Duration BACK_OFF = Duration.ofMillis(300);

    private final MailTransport transport;
    private final Ledger ledger;
    private final PermitDesk permits;
    private final ClaimGuard guard;
    private final DeliverySettings settings;

    ClaimSender(
            MailTransport transport, Ledger ledger, PermitDesk permits, ClaimGuard guard, DeliverySettings settings) {
        this.transport = transport;
        this.ledger = ledger;
        this.permits = permits;
        this.guard = guard;
        this.settings = settings;
    }

    /**
     * Sends until every message has an outcome.
     *
     * @param granted permits for all of them
     * @return false when the claims grew old and were handed back
     */
    boolean send(ClaimedBatch claimed, Permits granted, @Nullable Double rate, StopSignal stop) {
        try {
            return attempt(claimed, granted, rate, stop);
        } catch (RuntimeException e) {
            guard.handBack(claimed);
            throw e;
        }
    }

    private boolean attempt(ClaimedBatch claimed, Permits granted, @Nullable Double rate, StopSignal stop) {
        Permits valid = granted;
        int left = claimed.open().size();
        long start = System.nanoTime();
        while (!claimed.done()) {
            if (left == 0 || valid.expired()) {
                permits.giveBack(valid, left);
                valid = permits.await(
                        claimed.run(), claimed.from(), claimed.open().size(), rate, stop);
                left = valid.count();
            }
            if (!guard.maySend(claimed.token())) {
                permits.giveBack(valid, left);
                guard.handBack(claimed);
                return false;
            }
            int count = Math.min(left, claimed.open().size());
            List<Outcome> outcomes = outcomes(claimed, count);
            ledger.settle(claimed.run(), claimed.take(outcomes), claimed.token());
            left -= outcomes.size();
            if (claimed.throttled() > 0) {
                permits.throttled(valid, claimed.throttled());
            }
            consider(claimed, start, stop);
        }
        return true;
    }

    /** What a transport throws against its contract says nothing of what SES took, so it must not become a hand-back. */
    private List<Outcome> outcomes(ClaimedBatch claimed, int count) {
        try {
            return transport.send(claimed.first(count), claimed.token().at());
        } catch (RuntimeException e) {
            log.error("the transport failed while it sent {} messages of run {}", count, claimed.run(), e);
            return Collections.nCopies(
                    count,
                    new Outcome.Unknown("an error of our own: " + e.getClass().getSimpleName()));
        }
    }

    private void consider(ClaimedBatch claimed, long start, StopSignal stop) {
        Outcome.Held held = claimed.held();
        if (held != null) {
            throw permits.refused(held);
        }
        String notSent = claimed.notSent();
        if (notSent != null
                && System.nanoTime() - start > settings.unreachable().toNanos()) {
            throw permits.postponed("SES cannot be reached: " + notSent);
        }
        if (!claimed.done() && (claimed.throttled() > 0 || notSent != null)) {
            stop.pause(BACK_OFF);
        }
    }
}
