package dev.postrider.template;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.postrider.schema.SchemaVersion;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/**
 * Pinned templates in the collection {@code templates}: {@code {_id: content hash, name, files: [{path, bytes}], pinnedAt,
 * v}}. A document is inserted whole, and nothing but the time when it was pinned last is ever changed, so pinning is atomic
 * and may be repeated.
 */
@Repository
class PinnedTemplates {

    static final String ID = "_id";
    static final String PINNED_AT = "pinnedAt";

    private final MongoDatabaseFactory mongo;
    private final Clock clock;

    PinnedTemplates(MongoDatabaseFactory mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Returns the hash under which the files can be found from now on. */
    String add(TemplateFiles template) {
        String hash = template.hash();
        List<Document> files = template.files().entrySet().stream()
                .map(file -> new Document("path", file.getKey()).append("bytes", new Binary(file.getValue())))
                .toList();
        try {
            collection()
                    .withWriteConcern(WriteConcern.MAJORITY)
                    .updateOne(
                            Filters.eq(ID, hash),
                            Updates.combine(
                                    Updates.set(PINNED_AT, Date.from(clock.instant())),
                                    Updates.setOnInsert("name", template.name()),
                                    Updates.setOnInsert("files", files),
                                    Updates.setOnInsert(SchemaVersion.FIELD, SchemaVersion.FIRST)),
                            new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            // Somebody else has pinned it at this moment.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return hash;
    }

    TemplateFiles get(String hash) {
        Document document = collection().find(Filters.eq(ID, hash)).first();
        if (document == null) {
            throw new TemplateNotFound("no template has been pinned as " + hash);
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Document file : document.getList("files", Document.class)) {
            files.put(file.getString("path"), file.get("bytes", Binary.class).getData());
        }
        return new TemplateFiles(document.getString("name"), files);
    }

    private MongoCollection<Document> collection() {
        return mongo.getMongoDatabase().getCollection("templates");
    }
}
