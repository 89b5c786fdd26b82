package dev.postrider.recipient;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/** The recipients that imports have brought in; collection {@code recipients}, see {@link RecipientFields}. */
@Repository
public class Recipients {

    private static final int CANDIDATES_A_FETCH = 5_000;
    private static final Bson CANDIDATE_FIELDS =
            Projections.include(RecipientFields.ADDRESS, RecipientFields.SUBSCRIPTION);

    private final MongoDatabaseFactory mongo;

    public Recipients(MongoDatabaseFactory mongo) {
        this.mongo = mongo;
    }

    public Optional<Recipient> find(RecipientId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** One query; ids that nobody has are absent from the result. */
    public Map<RecipientId, Recipient> findAll(Collection<RecipientId> ids) {
        Map<RecipientId, Recipient> found = new HashMap<>();
        if (!ids.isEmpty()) {
            for (Document document : collection().find(byId(ids))) {
                Recipient recipient = RecipientDocument.toRecipient(document);
                found.put(recipient.id(), recipient);
            }
        }
        return found;
    }

    /** As {@link #findAll}, but reads nothing else: for the check just before sending. */
    public Map<RecipientId, Subscription> subscriptions(Collection<RecipientId> ids) {
        Map<RecipientId, Subscription> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Bson subscription = Projections.include(RecipientFields.SUBSCRIPTION);
            for (Document document : collection().find(byId(ids)).projection(subscription)) {
                found.put(RecipientDocument.id(document), RecipientDocument.subscription(document));
            }
        }
        return found;
    }

    public long count(Bson filter) {
        return collection().countDocuments(filter);
    }

    /** Hands over everybody the filter selects, in the order of ids, through one cursor. */
    public void forEachCandidate(Bson filter, Consumer<Candidate> each) {
        var query = collection()
                .find(filter)
                .projection(CANDIDATE_FIELDS)
                .sort(Sorts.ascending(RecipientFields.ID))
                .batchSize(CANDIDATES_A_FETCH);
        for (Document document : query) {
            each.accept(RecipientDocument.toCandidate(document));
        }
    }

    private static Bson byId(Collection<RecipientId> ids) {
        return Filters.in(
                RecipientFields.ID, ids.stream().map(RecipientId::value).toList());
    }

    private MongoCollection<Document> collection() {
        return mongo.getMongoDatabase().getCollection(RecipientFields.COLLECTION);
    }
}
