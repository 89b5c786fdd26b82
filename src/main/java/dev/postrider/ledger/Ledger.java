package dev.postrider.ledger;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import dev.postrider.recipient.RecipientId;
import dev.postrider.schema.SchemaVersion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The deliveries of all runs, one document for each recipient of a run:
 * {@code {_id: "run|recipient", state, token, at, detail, settledAt}}, skipped ones with {@code reason} in place of a token,
 * those that went to SES's mailbox simulator with {@code simulated: true},
 * those that a person had sent again with {@code resent}, which counts instead ({@link Attempts}).
 *
 * <ol>
 *   <li>claim: insert, majority; whose insert succeeds sends, everybody else drops the copy ({@link Claims})
 *   <li>settle: update by {@code _id} alone; of proof copies by token too, since rejected ones are claimed anew
 *   <li>hand back, take over: conditional on state and token, so that a thawed process cannot undo them
 * </ol>
 *
 * One insert per run and recipient is what makes a mail go out at most once an attempt.
 */
@Component
public class Ledger {

    private final Deliveries deliveries;
    private final Tallies tallies;
    private final Clock clock;
    private final KeptFigures kept;
    private final Attempts attempts;

    Ledger(Deliveries deliveries, Tallies tallies, Clock clock, KeptFigures kept, Attempts attempts) {
        this.deliveries = deliveries;
        this.tallies = tallies;
        this.clock = clock;
        this.kept = kept;
        this.attempts = attempts;
    }

    /** Records outcomes of claims that the caller holds under the token. Idempotent. */
    public void settle(RunId run, Collection<Settlement> settlements, ClaimToken token) {
        if (token.attempt() > 1) {
            attempts.settle(run, settlements, token);
        } else {
            settle(run, settlements, run.isProof() ? token.value() : null);
        }
    }

    /** As {@link #settle(RunId, Collection, ClaimToken)}, of first attempts. */
    public void settle(RunId run, Collection<Settlement> settlements) {
        settle(run, settlements, (String) null);
    }

    /** @param token of the claims, null where nobody can have claimed the same anew */
    private void settle(RunId run, Collection<Settlement> settlements, @Nullable String token) {
        if (settlements.isEmpty()) {
            return;
        }
        BsonDateTime now = new BsonDateTime(clock.millis());
        List<UpdateOneModel<Document>> updates =
                settlements.stream().map(s -> outcome(run, s, token, now)).toList();
        deliveries.retry().run(() -> deliveries.collection().bulkWrite(updates, new BulkWriteOptions().ordered(false)));
        tallies.of(run).settled(settlements);
        DeliveryLog.settled(run, settlements);
    }

    /** In BSON from the start, because this is made for every message. */
    private static UpdateOneModel<Document> outcome(
            RunId run, Settlement settlement, @Nullable String token, BsonDateTime now) {
        BsonDocument fields = new BsonDocument(
                        Deliveries.STATE, new BsonString(settlement.state().name()))
                .append(Deliveries.DETAIL, new BsonString(settlement.detail()))
                .append(Deliveries.SETTLED_AT, now);
        if (settlement.simulated()) {
            fields.append(Deliveries.SIMULATED, BsonBoolean.TRUE);
        }
        BsonDocument claim =
                new BsonDocument(Deliveries.ID, new BsonString(Deliveries.id(run, settlement.recipient())));
        if (token != null) {
            claim.append(Deliveries.TOKEN, new BsonString(token));
        }
        return new UpdateOneModel<>(claim, new BsonDocument("$set", fields));
    }

    /** Records recipients who are not mailed; those who already have a delivery in this run keep it. */
    public void skip(RunId run, Collection<Skip> skips) {
        if (skips.isEmpty()) {
            return;
        }
        Date now = Date.from(clock.instant());
        List<Document> documents = skips.stream()
                .map(s -> new Document(Deliveries.ID, Deliveries.id(run, s.recipient()))
                        .append(Deliveries.STATE, DeliveryState.SKIPPED.name())
                        .append(Deliveries.REASON, s.reason().label())
                        .append(Deliveries.DETAIL, s.detail())
                        .append(Deliveries.SETTLED_AT, now)
                        .append(SchemaVersion.FIELD, SchemaVersion.FIRST))
                .toList();
        Set<Integer> known = deliveries.retry().call(() -> insertAbsent(documents));
        List<Skip> fresh = new ArrayList<>(skips.size());
        int index = 0;
        for (Skip skip : skips) {
            if (!known.contains(index++)) {
                fresh.add(skip);
            }
        }
        tallies.of(run).skipped(fresh);
        DeliveryLog.skipped(run, fresh);
    }

    /** @return indexes of those that were there before */
    private Set<Integer> insertAbsent(List<Document> documents) {
        try {
            deliveries.durable().insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            return DuplicateKeys.indexesOf(e);
        }
    }

    /** Recipients of the given ones who have no delivery in this run. */
    public Set<RecipientId> gaps(RunId run, Collection<RecipientId> recipients) {
        Set<RecipientId> known = deliveries.find(run, recipients).stream()
                .map(Deliveries::recipient)
                .collect(Collectors.toSet());
        return recipients.stream().filter(r -> !known.contains(r)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Map<RecipientId, DeliveryState> states(RunId run, Collection<RecipientId> recipients) {
        return deliveries.find(run, recipients).stream()
                .collect(Collectors.toMap(Deliveries::recipient, Deliveries::state));
    }

    /** Counts the run's deliveries, all of which are read; of a run that was purged, what they were. */
    public Figures figures(RunId run) {
        return kept.find(run).orElseGet(() -> FiguresQuery.of(deliveries.collection(), run));
    }

    /** The run's deliveries are gone or going, and only its figures are kept. */
    public boolean purged(RunId run) {
        return kept.find(run).isPresent();
    }
}
