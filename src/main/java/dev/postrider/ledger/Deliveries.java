package dev.postrider.ledger;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.postrider.recipient.RecipientId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The collection {@code deliveries} and the names in its documents; see {@link Ledger} for the protocol. */
@Component
class Deliveries {

    static final String ID = "_id";
    static final String STATE = "state";
    static final String TOKEN = "token";
    static final String AT = "at";
    static final String DETAIL = "detail";
    static final String SETTLED_AT = "settledAt";
    static final String REASON = "reason";
    static final String SIMULATED = "simulated";

    static final String ATTEMPT = "attempt";
    static final String RESENT = "resent";
    static final String EARLIER = "earlier";

    private static final String OF_RESENT = RESENT + ".";

    private final MongoTemplate mongo;
    private final StoreRetry retry;

    Deliveries(MongoTemplate mongo, StoreRetry retry) {
        this.mongo = mongo;
        this.retry = retry;
    }

    /** For what has to outlast a failover. */
    StoreRetry retry() {
        return retry;
    }

    MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("deliveries");
    }

    /** For what must not be lost in a failover: the inserts that decide who sends. */
    MongoCollection<Document> durable() {
        return collection().withWriteConcern(WriteConcern.MAJORITY);
    }

    List<Document> find(RunId run, Collection<RecipientId> recipients) {
        return collection().find(Filters.in(ID, ids(run, recipients))).into(new ArrayList<>(recipients.size()));
    }

    static Bson ofRun(RunId run) {
        return Filters.and(Filters.gte(ID, run + "|"), Filters.lt(ID, run + "}"));
    }

    /** Deliveries whose last attempt is in one of the states. */
    static Bson inStates(Collection<DeliveryState> states) {
        List<String> names = states.stream().map(Enum::name).toList();
        return Filters.or(
                Filters.and(Filters.exists(RESENT, false), Filters.in(STATE, names)),
                Filters.in(OF_RESENT + STATE, names));
    }

    /** The last attempt: the row itself when there was one only. */
    static Document current(Document delivery) {
        Document resent = delivery.get(RESENT, Document.class);
        return resent == null ? delivery : resent;
    }

    /** All of them, the row's own first and the last one last. */
    static Stream<Document> attempts(Document delivery) {
        Document resent = delivery.get(RESENT, Document.class);
        return resent == null
                ? Stream.of(delivery)
                : Stream.concat(
                        Stream.concat(
                                Stream.of(delivery), delivery.getList(EARLIER, Document.class, List.of()).stream()),
                        Stream.of(resent));
    }

    /** What comes before the names of the last attempt's fields. */
    static String prefix(Document delivery) {
        return delivery.containsKey(RESENT) ? OF_RESENT : "";
    }

    static DeliveryState state(Document delivery) {
        return DeliveryState.valueOf(current(delivery).getString(STATE));
    }

    static int attempt(Document delivery) {
        return current(delivery).getInteger(ATTEMPT, 1);
    }

    static String id(RunId run, RecipientId recipient) {
        return run.value() + '|' + recipient.value();
    }

    static List<String> ids(RunId run, Collection<RecipientId> recipients) {
        return recipients.stream().map(r -> id(run, r)).toList();
    }

    static RecipientId recipient(Document delivery) {
        String id = delivery.getString(ID);
        return new RecipientId(id.substring(id.indexOf('|') + 1));
    }
}
