package dev.postrider.ledger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Makes UNKNOWN of claims whose owners are dead or have lost them, where they still are as those left them. */
@Component
class DeadClaims {

    static final String OWNER_DIED = "the process that claimed it died before it knew";

    /** SES refuses a request that was signed more than five minutes ago, so whoever holds a claim for longer has lost it. */
    private static final Duration LIFETIME = Duration.ofMinutes(6);

    private final Deliveries deliveries;
    private final Owners owners;
    private final Tallies tallies;
    private final Clock clock;

    DeadClaims(Deliveries deliveries, Owners owners, Tallies tallies, Clock clock) {
        this.deliveries = deliveries;
        this.owners = owners;
        this.tallies = tallies;
        this.clock = clock;
    }

    int takeOver(RunId run, List<Document> claimed) {
        return takeOver(run, claimed, owner -> !owners.alive(owner));
    }

    /** @return how many of the claims had dead owners, or ones that have lost them */
    int takeOver(RunId run, List<Document> claimed, Predicate<String> dead) {
        Map<String, Boolean> verdicts = new HashMap<>();
        int taken = 0;
        for (Document delivery : claimed) {
            Document attempt = Deliveries.current(delivery);
            String token = attempt.getString(Deliveries.TOKEN);
            if (expired(attempt) || verdicts.computeIfAbsent(ClaimToken.ownerOf(token), dead::test)) {
                taken++;
                if (becomesUnknown(delivery, token)) {
                    tallies.of(run).settled(DeliveryState.UNKNOWN, 1);
                }
            }
        }
        return taken;
    }

    private boolean expired(Document attempt) {
        return attempt.getDate(Deliveries.AT)
                .toInstant()
                .isBefore(clock.instant().minus(LIFETIME));
    }

    private boolean becomesUnknown(Document delivery, String token) {
        String prefix = Deliveries.prefix(delivery);
        Bson asLeft = Filters.and(
                Filters.eq(Deliveries.ID, delivery.getString(Deliveries.ID)),
                Filters.eq(prefix + Deliveries.STATE, DeliveryState.CLAIMED.name()),
                Filters.eq(prefix + Deliveries.TOKEN, token));
        Bson unknown = Updates.combine(
                Updates.set(prefix + Deliveries.STATE, DeliveryState.UNKNOWN.name()),
                Updates.set(prefix + Deliveries.DETAIL, OWNER_DIED),
                Updates.set(prefix + Deliveries.SETTLED_AT, Date.from(clock.instant())));
        return deliveries.durable().updateOne(asLeft, unknown).getModifiedCount() == 1;
    }
}
