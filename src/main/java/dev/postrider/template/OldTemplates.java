package dev.postrider.template;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/**
 * Templates that were pinned last long ago. A template may be deleted while a new run pins it: pinning and deletion are each
 * one atomic change of one document, so that it is there, with a new {@code pinnedAt}, whichever of them comes first.
 */
@Repository
public class OldTemplates {

    private final MongoDatabaseFactory mongo;

    OldTemplates(MongoDatabaseFactory mongo) {
        this.mongo = mongo;
    }

    /** The hashes of those that were pinned before this instant and not since. */
    public List<String> pinnedBefore(Instant instant) {
        return collection()
                .find(pinned(instant))
                .projection(Projections.include(PinnedTemplates.ID))
                .map(template -> template.getString(PinnedTemplates.ID))
                .into(new ArrayList<>());
    }

    /** False, and without effect, when it has been pinned since then. */
    public boolean delete(String hash, Instant pinnedBefore) {
        return collection()
                        .deleteOne(Filters.and(Filters.eq(PinnedTemplates.ID, hash), pinned(pinnedBefore)))
                        .getDeletedCount()
                == 1;
    }

    private static Bson pinned(Instant before) {
        return Filters.lt(PinnedTemplates.PINNED_AT, Date.from(before));
    }

    private MongoCollection<Document> collection() {
        return mongo.getMongoDatabase().getCollection("templates");
    }
}
