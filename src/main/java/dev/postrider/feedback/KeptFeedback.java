package dev.postrider.feedback;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.postrider.ledger.RunId;
import dev.postrider.schema.SchemaVersion;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * What the feedback of runs was that is purged, in the collection {@code keptFeedback}: {@code {_id: run, permanentBounces,
 * transientBounces, undeterminedBounces, complaints, v}}.
 */
@Repository
class KeptFeedback {

    private static final String PERMANENT = "permanentBounces";
    private static final String TRANSIENT = "transientBounces";
    private static final String UNDETERMINED = "undeterminedBounces";
    private static final String COMPLAINTS = "complaints";

    private final MongoTemplate mongo;

    KeptFeedback(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<FeedbackCounts> find(RunId run) {
        return Optional.ofNullable(
                        collection().find(Filters.eq("_id", run.value())).first())
                .map(kept -> new FeedbackCounts(
                        kept.getLong(PERMANENT),
                        kept.getLong(TRANSIENT),
                        kept.getLong(UNDETERMINED),
                        kept.getLong(COMPLAINTS)));
    }

    void keep(RunId run, FeedbackCounts counts) {
        Document document = new Document("_id", run.value())
                .append(PERMANENT, counts.permanentBounces())
                .append(TRANSIENT, counts.transientBounces())
                .append(UNDETERMINED, counts.undeterminedBounces())
                .append(COMPLAINTS, counts.complaints())
                .append(SchemaVersion.FIELD, SchemaVersion.FIRST);
        collection().replaceOne(Filters.eq("_id", run.value()), document, new ReplaceOptions().upsert(true));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("keptFeedback").withWriteConcern(WriteConcern.MAJORITY);
    }
}
