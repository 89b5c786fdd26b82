package dev.postrider.limits;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/**
 * What was sent in the last 24 hours, kept where it survives a loss of Redis: collection {@code quota}, {@code {_id:
 * account, minute, minutes: {"29384411": 812, ...}}}, minutes since 1970 of Redis's clock. A snapshot never replaces one
 * that was taken in a later minute.
 */
@Repository
class QuotaSnapshots {

    private final MongoDatabaseFactory mongo;

    QuotaSnapshots(MongoDatabaseFactory mongo) {
        this.mongo = mongo;
    }

    Map<Long, Long> load(String account) {
        Map<Long, Long> sent = new TreeMap<>();
        try {
            Document found = collection().find(Filters.eq("_id", account)).first();
            if (found != null) {
                found.get("minutes", Document.class)
                        .forEach((minute, count) -> sent.put(Long.valueOf(minute), ((Number) count).longValue()));
            }
        } catch (MongoException e) {
            throw new LimitsUnavailable("MongoDB (quota) is unavailable: " + e.getMessage(), e);
        }
        return sent;
    }

    void save(String account, long minute, Map<Long, Long> sent) {
        Document minutes = new Document();
        sent.forEach((sentIn, count) -> minutes.append(Long.toString(sentIn), count));
        try {
            collection()
                    .replaceOne(
                            Filters.and(Filters.eq("_id", account), Filters.lte("minute", minute)),
                            new Document("_id", account)
                                    .append("minute", minute)
                                    .append("minutes", minutes),
                            new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getMongoDatabase().getCollection("quota");
    }
}
