package dev.postrider.limits;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.postrider.schema.SchemaVersion;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/**
 * What was sent in the last 24 hours, kept where it survives a loss of Redis: collection {@code quota}, {@code {_id:
 * account, at, minutes: {"29384411": 812, ...}, rateShare}}, minutes since 1970 of Redis's clock. A snapshot never replaces
 * a later one.
 */
@Repository
class QuotaSnapshots {

    private final MongoDatabaseFactory mongo;
    private final String account;

    QuotaSnapshots(MongoDatabaseFactory mongo, LimitsSettings settings) {
        this.mongo = mongo;
        this.account = settings.account();
    }

    /** Recipients by minute, of the last snapshot. */
    Map<Long, Long> load() {
        Map<Long, Long> minutes = new TreeMap<>();
        try {
            Document found = find();
            if (found != null) {
                found.get("minutes", Document.class)
                        .forEach((minute, sent) -> minutes.put(Long.valueOf(minute), ((Number) sent).longValue()));
            }
            return minutes;
        } catch (MongoException e) {
            throw new LimitsUnavailable("MongoDB (quota) is unavailable: " + e.getMessage(), e);
        }
    }

    /** Of the last snapshot: 1 where there is none. */
    double rateShare() {
        Document found = find();
        return found == null ? 1 : found.get("rateShare", 1.0);
    }

    private @Nullable Document find() {
        return collection().find(Filters.eq("_id", account)).first();
    }

    void save(QuotaSnapshot snapshot) {
        Date at = Date.from(snapshot.at());
        Document minutes = new Document();
        snapshot.minutes().forEach((minute, sent) -> minutes.append(Long.toString(minute), sent));
        try {
            collection()
                    .replaceOne(
                            Filters.and(Filters.eq("_id", account), Filters.lte("at", at)),
                            new Document("_id", account)
                                    .append("at", at)
                                    .append("minutes", minutes)
                                    .append("rateShare", snapshot.rateShare())
                                    .append(SchemaVersion.FIELD, SchemaVersion.FIRST),
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
