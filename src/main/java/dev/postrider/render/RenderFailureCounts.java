package dev.postrider.render;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunRemains;
import dev.postrider.schema.SchemaVersion;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Failed renders of each run over all processes, in the collection {@code renderFailures}: {@code {_id: run, failed, v}}. A slice
 * that is rendered again counts again, so this only says when to look into the ledger.
 */
@Repository
class RenderFailureCounts implements RunRemains {

    private static final String FAILED = "failed";

    private final MongoTemplate mongo;

    RenderFailureCounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Returns the run's count after that. */
    long add(RunId run, long failures) {
        Document counted = collection()
                .findOneAndUpdate(
                        Filters.eq("_id", run.value()),
                        Updates.combine(
                                Updates.inc(FAILED, failures),
                                Updates.setOnInsert(SchemaVersion.FIELD, SchemaVersion.FIRST)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(counted).getLong(FAILED);
    }

    @Override
    public void delete(RunId run) {
        collection().deleteOne(Filters.eq("_id", run.value()));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("renderFailures");
    }
}
