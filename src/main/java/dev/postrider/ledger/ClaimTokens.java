package dev.postrider.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Makes the tokens of this process's claims. */
@Component
class ClaimTokens {

    private final Owners owners;
    private final Clock clock;
    private final AtomicLong numbers = new AtomicLong();

    ClaimTokens(Owners owners, Clock clock) {
        this.owners = owners;
        this.clock = clock;
    }

    ClaimToken next(int attempt) {
        return new ClaimToken(
                owners.self(),
                numbers.incrementAndGet(),
                attempt,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
