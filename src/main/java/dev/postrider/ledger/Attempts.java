package dev.postrider.ledger;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.postrider.recipient.RecipientId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Second and later attempts at deliveries that are settled, which only a person asks for. The fields of a row stay those
 * of the first attempt; the last one is {@code resent: {attempt, state, token, at, detail, settledAt}}, and those in between
 * are in {@code earlier}. So a process that thaws and settles a first attempt, which it does by {@code _id} alone, cannot
 * touch a later one; and every change here is conditional on the attempt as it was seen, or on its token.
 */
@Component
public class Attempts {

    private static final String RESENT_TOKEN = Deliveries.RESENT + "." + Deliveries.TOKEN;
    private static final String RESENT_STATE = Deliveries.RESENT + "." + Deliveries.STATE;
    private static final String RESENT_ATTEMPT = Deliveries.RESENT + "." + Deliveries.ATTEMPT;
    private static final Set<DeliveryState> REPEATABLE = Set.of(DeliveryState.UNKNOWN, DeliveryState.REJECTED);

    private final Deliveries deliveries;
    private final DeadClaims deadClaims;
    private final Tallies tallies;
    private final Clock clock;

    Attempts(Deliveries deliveries, DeadClaims deadClaims, Tallies tallies, Clock clock) {
        this.deliveries = deliveries;
        this.deadClaims = deadClaims;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** The next recipients, in order of id, whose last attempt came before this one and stands so. */
    public List<RecipientId> open(RunId run, DeliveryState state, int attempt, @Nullable RecipientId after, int limit) {
        Bson wanted = Filters.and(
                Deliveries.ofRun(run),
                after == null ? Filters.empty() : Filters.gt(Deliveries.ID, Deliveries.id(run, after)),
                Deliveries.inStates(Set.of(state)),
                Filters.or(Filters.exists(Deliveries.RESENT, false), Filters.lt(RESENT_ATTEMPT, attempt)));
        return deliveries
                .collection()
                .find(wanted)
                .sort(Sorts.ascending(Deliveries.ID))
                .limit(limit)
                .map(Deliveries::recipient)
                .into(new ArrayList<>(limit));
    }

    /** Claims those that are UNKNOWN or REJECTED at an earlier attempt, and returns those that only the caller may send. */
    Set<RecipientId> claim(RunId run, List<RecipientId> recipients, ClaimToken token) {
        return deliveries.retry().call(() -> {
            write(deliveries.find(run, recipients).stream()
                    .filter(row -> open(row, token) || own(row, token))
                    .map(row -> new UpdateOneModel<Document>(asSeen(row), claimed(row, token)))
                    .toList());
            return own(run, recipients, token).stream()
                    .map(Deliveries::recipient)
                    .collect(Collectors.toSet());
        });
    }

    private static boolean open(Document row, ClaimToken token) {
        return REPEATABLE.contains(Deliveries.state(row)) && Deliveries.attempt(row) < token.attempt();
    }

    /** Claimed by a try whose answer was lost: written once more, so that the write concern holds for it. */
    private static boolean own(Document row, ClaimToken token) {
        return Deliveries.state(row) == DeliveryState.CLAIMED
                && token.value().equals(Deliveries.current(row).getString(Deliveries.TOKEN));
    }

    private static Bson asSeen(Document row) {
        String prefix = Deliveries.prefix(row);
        Document last = Deliveries.current(row);
        return Filters.and(
                Filters.eq(Deliveries.ID, row.getString(Deliveries.ID)),
                prefix.isEmpty() ? Filters.exists(Deliveries.RESENT, false) : Filters.empty(),
                Filters.eq(prefix + Deliveries.STATE, last.getString(Deliveries.STATE)),
                Filters.eq(prefix + Deliveries.TOKEN, last.getString(Deliveries.TOKEN)));
    }

    private static Bson claimed(Document row, ClaimToken token) {
        Bson claim = Updates.set(
                Deliveries.RESENT,
                new Document(Deliveries.ATTEMPT, token.attempt())
                        .append(Deliveries.STATE, DeliveryState.CLAIMED.name())
                        .append(Deliveries.TOKEN, token.value())
                        .append(Deliveries.AT, Date.from(token.at())));
        Document before = own(row, token) ? null : row.get(Deliveries.RESENT, Document.class);
        return before == null ? claim : Updates.combine(claim, Updates.push(Deliveries.EARLIER, before));
    }

    private List<Document> own(RunId run, Collection<RecipientId> recipients, ClaimToken token) {
        return deliveries.find(run, recipients).stream()
                .filter(row -> own(row, token))
                .toList();
    }

    /** Records outcomes where the attempt is still the token's. */
    void settle(RunId run, Collection<Settlement> settlements, ClaimToken token) {
        Date now = Date.from(clock.instant());
        List<UpdateOneModel<Document>> updates = settlements.stream()
                .map(s -> new UpdateOneModel<Document>(
                        Filters.and(
                                Filters.eq(Deliveries.ID, Deliveries.id(run, s.recipient())),
                                Filters.eq(RESENT_TOKEN, token.value())),
                        Updates.combine(
                                Updates.set(RESENT_STATE, s.state().name()),
                                Updates.set(Deliveries.RESENT + "." + Deliveries.DETAIL, s.detail()),
                                Updates.set(Deliveries.RESENT + "." + Deliveries.SETTLED_AT, now),
                                s.simulated()
                                        ? Updates.set(Deliveries.RESENT + "." + Deliveries.SIMULATED, true)
                                        : Updates.combine())))
                .toList();
        deliveries.retry().run(() -> write(updates));
        tallies.of(run).settled(settlements);
        DeliveryLog.settled(run, settlements);
    }

    /** Takes claims back that were certainly not sent: the delivery is again what it was before. */
    void handBack(RunId run, Collection<RecipientId> recipients, ClaimToken token) {
        deliveries
                .retry()
                .run(() -> write(own(run, recipients, token).stream()
                        .map(row -> new UpdateOneModel<Document>(asSeen(row), before(row)))
                        .toList()));
    }

    private static Bson before(Document row) {
        List<Document> earlier = row.getList(Deliveries.EARLIER, Document.class, List.of());
        return earlier.isEmpty()
                ? Updates.unset(Deliveries.RESENT)
                : Updates.combine(
                        Updates.set(Deliveries.RESENT, earlier.get(earlier.size() - 1)),
                        Updates.popLast(Deliveries.EARLIER));
    }

    /** Counts the run's deliveries whose last attempt is this one, by state. */
    public Map<DeliveryState, Long> figures(RunId run, int attempt) {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        Bson ofAttempt = Filters.and(Deliveries.ofRun(run), Filters.eq(RESENT_ATTEMPT, attempt));
        deliveries
                .collection()
                .aggregate(List.of(
                        Aggregates.match(ofAttempt),
                        Aggregates.group("$" + RESENT_STATE, Accumulators.sum("count", 1L))))
                .forEach(group -> counts.put(
                        DeliveryState.valueOf(group.getString("_id")),
                        group.get("count", Number.class).longValue()));
        return counts;
    }

    /** Makes UNKNOWN of the run's claims of later attempts whose owners are dead. */
    public void takeOverDead(RunId run, Predicate<String> dead) {
        Bson claimed = Filters.and(Deliveries.ofRun(run), Filters.eq(RESENT_STATE, DeliveryState.CLAIMED.name()));
        deadClaims.takeOver(run, deliveries.collection().find(claimed).into(new ArrayList<>()), dead);
    }

    private void write(List<UpdateOneModel<Document>> updates) {
        if (!updates.isEmpty()) {
            deliveries.durable().bulkWrite(updates, new BulkWriteOptions().ordered(false));
        }
    }
}
