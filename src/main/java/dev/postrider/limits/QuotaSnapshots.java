package dev.postrider.limits;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.postrider.schema.SchemaVersion;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/**
 * What was sent in the last 24 hours, kept where it survives a loss of Redis: collection {@code quota}, {@code {_id:
 * account, at, minutes: {"29384411": 812, ...}, days: [{identity: "news.example.com", day: 20417, sent: 300}, ...],
 * rateShare}}, minutes and days since 1970 of Redis's clock. A snapshot never replaces a later one.
 */
@Repository
class QuotaSnapshots {

    private final MongoDatabaseFactory mongo;
    private final String account;

    QuotaSnapshots(MongoDatabaseFactory mongo, LimitsSettings settings) {
        this.mongo = mongo;
        this.account = settings.account();
    }

    /** The last one, or an empty one. */
    QuotaSnapshot load() {
        try {
            Document found = find();
            return found == null ? QuotaSnapshot.NONE : snapshot(found);
        } catch (MongoException e) {
            throw new LimitsUnavailable("MongoDB (quota) is unavailable: " + e.getMessage(), e);
        }
    }

    private static QuotaSnapshot snapshot(Document found) {
        Map<Long, Long> minutes = new TreeMap<>();
        found.get("minutes", Document.class)
                .forEach((minute, sent) -> minutes.put(Long.valueOf(minute), ((Number) sent).longValue()));
        Map<IdentityDay, Long> days = new HashMap<>();
        for (Document day : found.getList("days", Document.class, List.of())) {
            days.put(new IdentityDay(day.getString("identity"), day.getLong("day")), day.getLong("sent"));
        }
        return new QuotaSnapshot(found.getDate("at").toInstant(), minutes, days, found.get("rateShare", 1.0));
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
        List<Document> days = new ArrayList<>();
        snapshot.days()
                .forEach((day, sent) -> days.add(new Document("identity", day.identity())
                        .append("day", day.day())
                        .append("sent", sent)));
        try {
            collection()
                    .replaceOne(
                            Filters.and(Filters.eq("_id", account), Filters.lte("at", at)),
                            new Document("_id", account)
                                    .append("at", at)
                                    .append("minutes", minutes)
                                    .append("days", days)
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
