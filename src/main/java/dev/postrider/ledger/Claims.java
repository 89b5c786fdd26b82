package dev.postrider.ledger;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import dev.postrider.recipient.RecipientId;
import dev.postrider.schema.SchemaVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    private final Deliveries deliveries;
    private final ClaimTokens tokens;
    private final DeadClaims deadClaims;
    private final Attempts attempts;
    private final Tallies tallies;

    Claims(Deliveries deliveries, ClaimTokens tokens, DeadClaims deadClaims, Attempts attempts, Tallies tallies) {
        this.deliveries = deliveries;
        this.tokens = tokens;
        this.deadClaims = deadClaims;
        this.attempts = attempts;
        this.tallies = tallies;
    }

    /** A token for one batch of claims of the first attempt, at the present time. */
    public ClaimToken token() {
        return token(1);
    }

    /** A token for one batch of claims, at the present time. */
    public ClaimToken token(int attempt) {
        return tokens.next(attempt);
    }

    /** Claims the recipients and returns those whose messages the caller, and only the caller, may send. */
    public Set<RecipientId> claim(RunId run, List<RecipientId> recipients, ClaimToken token) {
        if (token.attempt() > 1) {
            return attempts.claim(run, recipients, token);
        }
        List<Document> documents = recipients.stream()
                .map(r -> new Document(Deliveries.ID, Deliveries.id(run, r))
                        .append(Deliveries.STATE, DeliveryState.CLAIMED.name())
                        .append(Deliveries.TOKEN, token.value())
                        .append(Deliveries.AT, Date.from(token.at()))
                        .append(SchemaVersion.FIELD, SchemaVersion.FIRST))
                .toList();
        return deliveries.retry().call(() -> insert(run, recipients, documents, token));
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
                .filter(d -> Deliveries.state(d) == DeliveryState.CLAIMED)
                .toList();
        deadClaims.takeOver(run, claimed);
        return claimed.stream()
                .filter(d -> token.value().equals(d.getString(Deliveries.TOKEN)))
                .map(Deliveries::recipient)
                .toList();
    }

    /**
     * Undoes claims that were certainly not sent, where they still are as the token left them: those of a first attempt are
     * deleted, and those of a later one become what they were.
     */
    public void handBack(RunId run, Set<RecipientId> recipients, ClaimToken token) {
        if (token.attempt() > 1) {
            attempts.handBack(run, recipients, token);
            return;
        }
        Bson ours = Filters.and(
                Filters.in(Deliveries.ID, Deliveries.ids(run, recipients)),
                Filters.eq(Deliveries.STATE, DeliveryState.CLAIMED.name()),
                Filters.eq(Deliveries.TOKEN, token.value()));
        deliveries.retry().run(() -> deliveries.collection().deleteMany(ours));
    }

    /** Forgets those of the recipients whom SES refused, and so certainly has no message for: they can be claimed again. */
    public void reopenRejected(RunId run, Collection<RecipientId> recipients) {
        Bson rejected = Filters.and(
                Filters.in(Deliveries.ID, Deliveries.ids(run, recipients)),
                Filters.eq(Deliveries.STATE, DeliveryState.REJECTED.name()));
        deliveries.retry().run(() -> deliveries.durable().deleteMany(rejected));
    }

    /**
     * Makes UNKNOWN of the claims whose owners are dead.
     *
     * @return how many claims of live owners are left among the recipients
     */
    public int takeOverDead(RunId run, List<RecipientId> recipients, Predicate<String> dead) {
        List<Document> claimed = deliveries.find(run, recipients).stream()
                .filter(d -> Deliveries.state(d) == DeliveryState.CLAIMED)
                .toList();
        return claimed.size() - deadClaims.takeOver(run, claimed, dead);
    }

    /** Makes UNKNOWN of all of the run's claims whose owners are dead. */
    public void takeOverDead(RunId run, Predicate<String> dead) {
        Bson claimed = Filters.and(Deliveries.ofRun(run), Deliveries.inStates(Set.of(DeliveryState.CLAIMED)));
        deadClaims.takeOver(run, deliveries.collection().find(claimed).into(new ArrayList<>()), dead);
    }
}
