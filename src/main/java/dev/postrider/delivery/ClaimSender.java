package dev.postrider.delivery;

import dev.postrider.ledger.Ledger;
import dev.postrider.limits.Permits;
import dev.postrider.outbox.Outage;
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

    ClaimSender(MailTransport transport, Ledger ledger, PermitDesk permits, ClaimGuard guard) {
        this.transport = transport;
        this.ledger = ledger;
        this.permits = permits;
        this.guard = guard;
    }

    /**
     * Sends until every message has an outcome.
     *
     * @param granted permits for all of them
     * @param outage of SES, as the caller's thread has met it
     * @return false when the claims grew old and were handed back
     */
    boolean send(ClaimedBatch claimed, Permits granted, @Nullable Double rate, Outage outage, StopSignal stop) {
        try {
            return attempt(claimed, granted, rate, outage, stop);
        } catch (RuntimeException e) {
            guard.handBack(claimed);
            throw e;
        }
    }

    private boolean attempt(
            ClaimedBatch claimed, Permits granted, @Nullable Double rate, Outage outage, StopSignal stop) {
        Permits valid = granted;
        int left = claimed.open().size();
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
            permits.throttled(valid, claimed.throttled());
            permits.notTaken(valid, claimed.notTaken());
            consider(claimed, outage, stop);
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

    private void consider(ClaimedBatch claimed, Outage outage, StopSignal stop) {
        Outcome.Held held = claimed.held();
        if (held != null) {
            throw permits.refused(held);
        }
        String notSent = claimed.notSent();
        if (claimed.reached()) {
            outage.over();
        }
        if (notSent != null) {
            outage.bear(permits.postponed("SES cannot be reached: " + notSent));
        }
        if (!claimed.done() && (claimed.throttled() > 0 || notSent != null)) {
            stop.pause(BACK_OFF);
        }
    }
}
