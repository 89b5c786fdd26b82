package dev.postrider.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Leases that ran out long ago, of processes that were killed. Who has none is as dead as whose has run out, and a process
 * that thaws after all takes its own again.
 */
@Repository
public class OldLeases {

    private final MongoTemplate mongo;

    OldLeases(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public long count(Instant before) {
        return collection().countDocuments(expired(before));
    }

    public long delete(Instant before) {
        return collection().deleteMany(expired(before)).getDeletedCount();
    }

    private static Bson expired(Instant before) {
        return Filters.lt("expiresAt", Date.from(before));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("owners");
    }
}
