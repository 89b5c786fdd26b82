package dev.postrider.delivery;

import dev.postrider.ledger.ClaimToken;
import dev.postrider.ledger.Claims;
import dev.postrider.ledger.Owners;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Says whether a claim may still be sent, and hands back those that were certainly not. */
@Component
class ClaimGuard {

    private final Claims claims;
    private final Owners owners;
    private final Clock clock;
    private final Duration maxAge;

    ClaimGuard(Claims claims, Owners owners, Clock clock, DeliverySettings settings) {
        this.claims = claims;
        this.owners = owners;
        this.clock = clock;
        this.maxAge = settings.claimAge();
    }

    /** False for a claim that is too old, and when others may by now take this process for dead. */
    boolean maySend(ClaimToken token) {
        Duration age = Duration.between(token.at(), clock.instant());
        return owners.leaseHeld() && !age.isNegative() && age.compareTo(maxAge) < 0;
    }

    void handBack(ClaimedBatch claimed) {
        if (!claimed.done()) {
            claims.handBack(claimed.run(), claimed.openRecipients(), claimed.token());
        }
    }
}
