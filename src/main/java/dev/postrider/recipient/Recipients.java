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
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/** The recipients that imports have brought in; collection {@code recipients}, see {@link RecipientFields}. */
@Repository
public class Recipients {

    private static final int CANDIDATES_A_FETCH = 5_000;
    private static final Bson CANDIDATE_FIELDS =
            Projections.include(RecipientFields.ADDRESS, RecipientFields.SUBSCRIPTION);

    /** MongoDB's first answer to a query has 101 documents: for more it has to be asked again. */
    private static final int IDS_A_QUERY = 100;

    private static final Bson FRIEND_FIELDS =
            Projections.include(RecipientFields.FIRST_NAME, RecipientFields.LAST_NAME, RecipientFields.ATTRIBUTES);

    private final MongoDatabaseFactory mongo;

    public Recipients(MongoDatabaseFactory mongo) {
        this.mongo = mongo;
    }

    public Optional<Recipient> find(RecipientId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** A query for every {@value #IDS_A_QUERY} ids; those that nobody has are absent from the result. */
    public Map<RecipientId, Recipient> findAll(Collection<RecipientId> ids) {
        return read(ids, null, RecipientDocument::toRecipient);
    }

    /** As {@link #findAll}, but reads only what other recipients' mails may show. */
    public Map<RecipientId, Friend> friends(Collection<RecipientId> ids) {
        return read(ids, FRIEND_FIELDS, RecipientDocument::toFriend);
    }

    /** As {@link #findAll}, but reads nothing else: for the check just before sending. */
    public Map<RecipientId, Subscription> subscriptions(Collection<RecipientId> ids) {
        return read(ids, Projections.include(RecipientFields.SUBSCRIPTION), RecipientDocument::subscription);
    }

    private <T> Map<RecipientId, T> read(
            Collection<RecipientId> ids, @Nullable Bson projection, Function<Document, T> reading) {
        Map<RecipientId, T> found = new HashMap<>(ids.size() * 4 / 3 + 1);
        List<String> values = ids.stream().map(RecipientId::value).toList();
        for (int start = 0; start < values.size(); start += IDS_A_QUERY) {
            List<String> some = values.subList(start, Math.min(start + IDS_A_QUERY, values.size()));
            for (Document document :
                    collection().find(Filters.in(RecipientFields.ID, some)).projection(projection)) {
                found.put(RecipientDocument.id(document), reading.apply(document));
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

    private MongoCollection<Document> collection() {
        return mongo.getMongoDatabase().getCollection(RecipientFields.COLLECTION);
    }
}
