package dev.postrider.recipient;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
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
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
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

    private static final Bson SUBSCRIPTION_FIELD = Projections.include(RecipientFields.SUBSCRIPTION);

    private static final CodecRegistry CODECS = CodecRegistries.fromRegistries(
            CodecRegistries.fromCodecs(new RecipientCodec(), new FriendCodec(), new CandidateCodec()),
            MongoClientSettings.getDefaultCodecRegistry());

    private final MongoDatabaseFactory mongo;

    public Recipients(MongoDatabaseFactory mongo) {
        this.mongo = mongo;
    }

    public Optional<Recipient> find(RecipientId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** A query for every {@value #IDS_A_QUERY} ids; those that nobody has are absent from the result. */
    public Map<RecipientId, Recipient> findAll(Collection<RecipientId> ids) {
        Map<RecipientId, Recipient> found = mapFor(ids);
        read(ids, Recipient.class, null, recipient -> found.put(recipient.id(), recipient));
        return found;
    }

    /** As {@link #findAll}, but reads only what other recipients' mails may show. */
    public Map<RecipientId, Friend> friends(Collection<RecipientId> ids) {
        Map<RecipientId, Friend> found = mapFor(ids);
        read(ids, Friend.class, FRIEND_FIELDS, friend -> found.put(friend.id(), friend));
        return found;
    }

    /** As {@link #findAll}, but reads nothing else: for the check just before sending. */
    public Map<RecipientId, Subscription> subscriptions(Collection<RecipientId> ids) {
        Map<RecipientId, Subscription> found = mapFor(ids);
        read(
                ids,
                Document.class,
                SUBSCRIPTION_FIELD,
                document -> found.put(RecipientDocument.id(document), RecipientDocument.subscription(document)));
        return found;
    }

    private static <T> Map<RecipientId, T> mapFor(Collection<RecipientId> ids) {
        return new HashMap<>(ids.size() * 4 / 3 + 1);
    }

    private <T> void read(Collection<RecipientId> ids, Class<T> type, @Nullable Bson projection, Consumer<T> each) {
        List<String> values = ids.stream().map(RecipientId::value).toList();
        for (int start = 0; start < values.size(); start += IDS_A_QUERY) {
            List<String> some = values.subList(start, Math.min(start + IDS_A_QUERY, values.size()));
            for (T found : collection()
                    .find(Filters.in(RecipientFields.ID, some), type)
                    .projection(projection)) {
                each.accept(found);
            }
        }
    }

    public long count(Bson filter) {
        return collection().countDocuments(filter);
    }

    /** Hands over everybody the filter selects, in the order of ids, through one cursor. */
    public void forEachCandidate(Bson filter, Consumer<Candidate> each) {
        var query = collection()
                .find(filter, Candidate.class)
                .projection(CANDIDATE_FIELDS)
                .sort(Sorts.ascending(RecipientFields.ID))
                .batchSize(CANDIDATES_A_FETCH);
        try (MongoCursor<Candidate> candidates = query.cursor()) {
            candidates.forEachRemaining(each);
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getMongoDatabase()
                .getCollection(RecipientFields.COLLECTION)
                .withCodecRegistry(CODECS);
    }
}
