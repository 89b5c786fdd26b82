package dev.postrider.delivery;

import dev.postrider.ledger.RunId;
import dev.postrider.limits.Grant;
import dev.postrider.limits.Lane;
import dev.postrider.limits.Permits;
import dev.postrider.limits.SendLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits for permits of the campaign lane. */
@Component
class PermitDesk {

    private final SendLimits limits;

    PermitDesk(SendLimits limits) {
        this.limits = limits;
    }

    /**
     * Waits until up to {@code wanted} messages may be sent now.
     *
     * @throws SendingHeld when the 24 hour quota is used up
     * @throws SendingStopped when told to stop while waiting
     */
    Permits await(RunId run, int wanted, @Nullable Double rate, StopSignal stop) {
        while (true) {
            int count = Math.min(wanted, limits.largestBatch(rate));
            Grant grant = limits.take(Lane.CAMPAIGN, run, count, rate);
            if (grant instanceof Grant.Granted granted) {
                return granted.permits();
            }
            if (grant instanceof Grant.QuotaReached reached) {
                throw new SendingHeld("the 24 hour quota of the SES account is used up", reached.resumesAt());
            }
            stop.pause(((Grant.Wait) grant).delay());
        }
    }

    void giveBack(Permits permits, int unused) {
        if (unused > 0) {
            limits.giveBack(permits, unused);
        }
    }

    void throttled() {
        limits.throttled();
    }
}
