package dev.postrider.schedule;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Slots that were noted as missed long ago. */
@Repository
public class OldMissedSlots {

    private final MongoTemplate mongo;

    OldMissedSlots(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public long count(Instant before) {
        return collection().countDocuments(noted(before));
    }

    public long delete(Instant before) {
        return collection().deleteMany(noted(before)).getDeletedCount();
    }

    private static Bson noted(Instant before) {
        return Filters.lt("notedAt", Date.from(before));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("missedSlots");
    }
}
