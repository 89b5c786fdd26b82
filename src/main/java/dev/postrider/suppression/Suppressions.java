package dev.postrider.suppression;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.postrider.schema.SchemaVersion;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/**
 * Addresses that must not be mailed; collection {@code suppressions}: {@code {_id: normalised address, reason, detail,
 * at}}. All addresses are taken and given in their normalised form.
 */
@Repository
public class Suppressions {

    private static final String ID = "_id";
    private static final String REASON = "reason";

    private final MongoDatabaseFactory mongo;
    private final Clock clock;

    public Suppressions(MongoDatabaseFactory mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** The reason by address, for those of the addresses that are suppressed; one query. */
    public Map<String, String> find(Collection<String> addresses) {
        Map<String, String> reasons = new HashMap<>();
        if (!addresses.isEmpty()) {
            for (Document document : collection().find(Filters.in(ID, addresses))) {
                reasons.put(document.getString(ID), document.getString(REASON));
            }
        }
        return reasons;
    }

    /** Suppresses the address from now on; a second call replaces reason and detail. */
    public void add(String address, String reason, @Nullable String detail) {
        Document suppression = new Document(ID, address)
                .append(REASON, reason)
                .append("at", Date.from(clock.instant()))
                .append(SchemaVersion.FIELD, SchemaVersion.FIRST);
        if (detail != null) {
            suppression.append("detail", detail);
        }
        collection().replaceOne(Filters.eq(ID, address), suppression, new ReplaceOptions().upsert(true));
    }

    /** Whether the address had been suppressed. */
    public boolean remove(String address) {
        return collection().deleteOne(Filters.eq(ID, address)).getDeletedCount() == 1;
    }

    public long count() {
        return collection().countDocuments();
    }

    private MongoCollection<Document> collection() {
        return mongo.getMongoDatabase().getCollection("suppressions");
    }
}
