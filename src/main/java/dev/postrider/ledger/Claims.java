package dev.postrider.ledger;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import dev.postrider.recipient.RecipientId;
import dev.postrider.schema.SchemaVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * The claims on deliveries. To insert a claim is to win the right to send; a duplicate key means:
 *
 * <ul>
 *   <li>own token (the answer to our insert was lost): go on
 *   <li>settled, or claimed by a live owner: drop this copy
 *   <li>claimed by a dead owner, or longer ago than SES takes a request: nobody can know, so UNKNOWN
 * </ul>
 */
@Component
public class Claims {

    static final String OWNER_DIED = "the process that claimed it died before it knew";

    /** SES refuses a request that was signed more than five minutes ago, so whoever holds a claim for longer has lost it. */
    private static final Duration LIFETIME = Duration.ofMinutes(6);

    private final Deliveries deliveries;
    private final Owners owners;
    private final StoreRetry retry;
    private final Tallies tallies;
    private final Clock clock;
    private final AtomicLong attempts = new AtomicLong();

    Claims(Deliveries deliveries, Owners owners, StoreRetry retry, Tallies tallies, Clock clock) {
        this.deliveries = deliveries;
        this.owners = owners;
        this.retry = retry;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** A token for one batch of claims, at the present time. */
    public ClaimToken token() {
        return new ClaimToken(
                owners.self(), attempts.incrementAndGet(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Claims the recipients and returns those whose messages the caller, and only the caller, may send. */
    public Set<RecipientId> claim(RunId run, List<RecipientId> recipients, ClaimToken token) {
        List<Document> documents = recipients.stream()
                .map(r -> new Document(Deliveries.ID, Deliveries.id(run, r))
                        .append(Deliveries.STATE, DeliveryState.CLAIMED.name())
                        .append(Deliveries.TOKEN, token.value())
                        .append(Deliveries.AT, Date.from(token.at()))
                        .append(SchemaVersion.FIELD, SchemaVersion.FIRST))
                .toList();
        return retry.call(() -> insert(run, recipients, documents, token));
    }

    private Set<RecipientId> insert(
            RunId run, List<RecipientId> recipients, List<Document> documents, ClaimToken token) {
        Set<RecipientId> won = new LinkedHashSet<>(recipients);
        if (recipients.isEmpty()) {
            return won;
        }
        try {
            deliveries.durable().insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            List<RecipientId> known =
                    DuplicateKeys.indexesOf(e).stream().map(recipients::get).toList();
            known.forEach(won::remove);
            won.addAll(ownAmong(run, known, token));
            tallies.of(run).refused(recipients.size() - won.size());
        }
        return won;
    }

    private List<RecipientId> ownAmong(RunId run, List<RecipientId> known, ClaimToken token) {
        List<Document> claimed = deliveries.find(run, known).stream()
                .filter(d -> DeliveryState.CLAIMED.name().equals(d.getString(Deliveries.STATE)))
                .toList();
        takeOver(run, claimed, owner -> !owners.alive(owner));
        return claimed.stream()
                .filter(d -> token.value().equals(d.getString(Deliveries.TOKEN)))
                .map(Deliveries::recipient)
                .toList();
    }

    /** Deletes claims that were certainly not sent, where they still are as the token left them. */
    public void handBack(RunId run, Set<RecipientId> recipients, ClaimToken token) {
        List<String> ids = recipients.stream().map(r -> Deliveries.id(run, r)).toList();
        Bson ours = Filters.and(
                Filters.in(Deliveries.ID, ids),
                Filters.eq(Deliveries.STATE, DeliveryState.CLAIMED.name()),
                Filters.eq(Deliveries.TOKEN, token.value()));
        retry.run(() -> deliveries.collection().deleteMany(ours));
    }

    /**
     * Makes UNKNOWN of the claims whose owners are dead.
     *
     * @return how many claims of live owners are left among the recipients
     */
    public int takeOverDead(RunId run, List<RecipientId> recipients, Predicate<String> dead) {
        List<Document> claimed = deliveries.find(run, recipients).stream()
                .filter(d -> DeliveryState.CLAIMED.name().equals(d.getString(Deliveries.STATE)))
                .toList();
        return claimed.size() - takeOver(run, claimed, dead);
    }

    private int takeOver(RunId run, List<Document> claimed, Predicate<String> dead) {
        Map<String, Boolean> verdicts = new HashMap<>();
        int taken = 0;
        for (Document delivery : claimed) {
            String token = delivery.getString(Deliveries.TOKEN);
            if (expired(delivery) || verdicts.computeIfAbsent(ClaimToken.ownerOf(token), dead::test)) {
                taken++;
                if (becomesUnknown(delivery.getString(Deliveries.ID), token)) {
                    tallies.of(run).settled(DeliveryState.UNKNOWN, 1);
                }
            }
        }
        return taken;
    }

    private boolean expired(Document delivery) {
        return delivery.getDate(Deliveries.AT)
                .toInstant()
                .isBefore(clock.instant().minus(LIFETIME));
    }

    private boolean becomesUnknown(String id, String token) {
        return deliveries
                        .durable()
                        .updateOne(
                                claimOf(id, token),
                                Updates.combine(
                                        Updates.set(Deliveries.STATE, DeliveryState.UNKNOWN.name()),
                                        Updates.set(Deliveries.DETAIL, OWNER_DIED),
                                        Updates.set(Deliveries.SETTLED_AT, Date.from(clock.instant()))))
                        .getModifiedCount()
                == 1;
    }

    private static Bson claimOf(String id, String token) {
        return Filters.and(
                Filters.eq(Deliveries.ID, id),
                Filters.eq(Deliveries.STATE, DeliveryState.CLAIMED.name()),
                Filters.eq(Deliveries.TOKEN, token));
    }
}
