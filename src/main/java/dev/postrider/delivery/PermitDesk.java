package dev.postrider.delivery;

import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Tallies;
import dev.postrider.limits.AccountUnavailable;
import dev.postrider.limits.Grant;
import dev.postrider.limits.Lane;
import dev.postrider.limits.LimitsSettings;
import dev.postrider.limits.PermitRequest;
import dev.postrider.limits.Permits;
import dev.postrider.limits.SendLimits;
import dev.postrider.limits.SendingLeave;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits for permits of the campaign lane. */
@Component
class PermitDesk {

    private final SendLimits limits;
    private final SendingLeave leave;
    private final LimitsSettings settings;
    private final Clock clock;
    private final Tallies tallies;

    PermitDesk(SendLimits limits, SendingLeave leave, LimitsSettings settings, Clock clock, Tallies tallies) {
        this.limits = limits;
        this.leave = leave;
        this.settings = settings;
        this.clock = clock;
        this.tallies = tallies;
    }

    /**
     * Waits until up to {@code wanted} messages may be sent now.
     *
     * @param from the campaign's sender
     * @throws SendingHeld when the 24 hour quota or a day of the sender's warm-up is used up, when SES lets the account send nothing,
     *     and when it does not say what the account may do
     * @throws SendingStopped when told to stop while waiting
     */
    Permits await(RunId run, String from, int wanted, @Nullable Double rate, StopSignal stop) {
        long start = System.nanoTime();
        while (true) {
            Grant grant = ask(run, from, wanted, rate);
            if (grant instanceof Grant.Granted granted) {
                tallies.of(run).permitWait(Duration.ofNanos(System.nanoTime() - start));
                return granted.permits();
            }
            if (grant instanceof Grant.QuotaReached reached) {
                throw new SendingHeld("the 24 hour quota of the SES account is used up", reached.resumesAt());
            }
            if (grant instanceof Grant.WarmUpReached reached) {
                throw new SendingHeld(reached.cause(), reached.resumesAt());
            }
            if (grant instanceof Grant.Barred barred) {
                throw postponed(barred.cause());
            }
            stop.pause(((Grant.Wait) grant).delay());
        }
    }

    private Grant ask(RunId run, String from, int wanted, @Nullable Double rate) {
        try {
            int count = Math.min(wanted, limits.largestBatch(rate));
            return limits.take(new PermitRequest(Lane.CAMPAIGN, run, from, count, rate));
        } catch (AccountUnavailable e) {
            String cause = String.valueOf(e.getMessage());
            throw e.mayPass() ? postponed(cause) : new SendingHeld(cause, null);
        }
    }

    /** For what may pass by itself: sending is tried again after a while. */
    SendingHeld postponed(String cause) {
        return new SendingHeld(cause, clock.instant().plus(settings.checkAgain()));
    }

    /** SES refused for the account's sake. */
    SendingHeld refused(Outcome.Held held) {
        if (!held.hold().mayPass()) {
            return new SendingHeld(held.cause(), null);
        }
        leave.refused();
        return postponed(held.cause());
    }

    void giveBack(Permits permits, int unused) {
        if (unused > 0) {
            limits.giveBack(permits, unused);
        }
    }

    void throttled(Permits permits, int refused) {
        if (refused > 0) {
            limits.throttled(permits, refused);
        }
    }

    void notTaken(Permits permits, int count) {
        if (count > 0) {
            limits.notTaken(permits, count);
        }
    }
}
