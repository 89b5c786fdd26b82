package dev.postrider.ledger;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.postrider.recipient.RecipientId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    private final MongoTemplate mongo;

    Deliveries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("deliveries");
    }

    /** For what must not be lost in a failover: the inserts that decide who sends. */
    MongoCollection<Document> durable() {
        return collection().withWriteConcern(WriteConcern.MAJORITY);
    }

    List<Document> find(RunId run, Collection<RecipientId> recipients) {
        List<String> ids = recipients.stream().map(r -> id(run, r)).toList();
        return collection().find(Filters.in(ID, ids)).into(new ArrayList<>(ids.size()));
    }

    static Bson ofRun(RunId run) {
        return Filters.and(Filters.gte(ID, run + "|"), Filters.lt(ID, run + "}"));
    }

    static String id(RunId run, RecipientId recipient) {
        return run.value() + '|' + recipient.value();
    }

    static RecipientId recipient(Document delivery) {
        String id = delivery.getString(ID);
        return new RecipientId(id.substring(id.indexOf('|') + 1));
    }
}
