package dev.postrider.template;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.postrider.schema.SchemaVersion;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/**
 * Pinned templates in the collection {@code templates}: {@code {_id: content hash, name, files: [{path, bytes}], v}}. A
 * document is inserted whole and never changed, so pinning is atomic and may be repeated.
 */
@Repository
class PinnedTemplates {

    private final MongoDatabaseFactory mongo;

    PinnedTemplates(MongoDatabaseFactory mongo) {
        this.mongo = mongo;
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
                    .insertOne(new Document("_id", hash)
                            .append("name", template.name())
                            .append("files", files)
                            .append(SchemaVersion.FIELD, SchemaVersion.FIRST));
        } catch (DuplicateKeyException e) {
            return hash;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return hash;
    }

    TemplateFiles get(String hash) {
        Document document = collection().find(Filters.eq("_id", hash)).first();
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
