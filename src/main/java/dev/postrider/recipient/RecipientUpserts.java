package dev.postrider.recipient;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/**
 * Brings recipients in and up to date; harmless twice. Values that a change does not mention stay, and so does the mark
 * of inactivity. A new recipient is SUBSCRIBED unless the change says otherwise. For a known one a change can only take
 * consent away: UNSUBSCRIBED always counts, PAUSED counts for who is subscribed or pending, and anything else leaves the
 * subscription as it is, so that no file re-subscribes somebody.
 */
@Repository
public class RecipientUpserts {

    private final MongoDatabaseFactory mongo;
    private final AddressReservations addresses;

    RecipientUpserts(MongoDatabaseFactory mongo, AddressReservations addresses) {
        this.mongo = mongo;
        this.addresses = addresses;
    }

    /** Applies the changes in their order; the outcomes have the same order. */
    public List<UpsertOutcome> apply(List<RecipientChange> changes) {
        List<UpsertOutcome> outcomes = new ArrayList<>(changes.size());
        Map<RecipientId, RecipientChange> distinct = new LinkedHashMap<>();
        for (RecipientChange change : changes) {
            if (distinct.containsKey(change.id())) {
                outcomes.addAll(applyDistinct(List.copyOf(distinct.values())));
                distinct.clear();
            }
            distinct.put(change.id(), change);
        }
        outcomes.addAll(applyDistinct(List.copyOf(distinct.values())));
        return outcomes;
    }

    private List<UpsertOutcome> applyDistinct(List<RecipientChange> changes) {
        Map<RecipientId, UpsertOutcome> outcomes = new HashMap<>();
        List<RecipientChange> waiting = applyOnce(changes, outcomes);
        if (!waiting.isEmpty()) {
            applyOnce(waiting, outcomes);
        }
        return changes.stream().map(change -> outcomes.get(change.id())).toList();
    }

    /** Returns those that were refused an address which another of the changes has released. */
    private List<RecipientChange> applyOnce(List<RecipientChange> changes, Map<RecipientId, UpsertOutcome> outcomes) {
        Map<RecipientId, Document> stored = stored(changes);
        List<Upsert> upserts = changes.stream()
                .map(change -> new Upsert(change, stored.get(change.id())))
                .toList();
        Map<RecipientId, RecipientId> refused = addresses.reserve(upserts.stream()
                .filter(Upsert::changesAddress)
                .map(Upsert::change)
                .toList());
        List<Upsert> allowed = upserts.stream()
                .filter(upsert -> !refused.containsKey(upsert.id()))
                .toList();
        Set<RecipientId> imported = write(allowed);
        pause(allowed);
        Map<String, RecipientId> released = formerAddresses(allowed);
        addresses.release(released);
        upserts.forEach(upsert -> outcomes.put(upsert.id(), outcome(upsert, imported, refused)));
        return changes.stream()
                .filter(change -> refused.containsKey(change.id())
                        && released.containsKey(change.email().normalised()))
                .toList();
    }

    private static UpsertOutcome outcome(
            Upsert upsert, Set<RecipientId> imported, Map<RecipientId, RecipientId> refused) {
        RecipientId holder = refused.get(upsert.id());
        if (holder != null) {
            return new UpsertOutcome.AddressTaken(holder);
        }
        if (imported.contains(upsert.id())) {
            return new UpsertOutcome.Imported();
        }
        return upsert.changesAnything() ? new UpsertOutcome.Updated() : upsert.formerOutcome();
    }

    private Map<RecipientId, Document> stored(List<RecipientChange> changes) {
        Map<RecipientId, Document> stored = new HashMap<>();
        List<String> ids = changes.stream().map(change -> change.id().value()).toList();
        for (Document document : recipients().find(Filters.in(RecipientFields.ID, ids))) {
            stored.put(RecipientDocument.id(document), document);
        }
        return stored;
    }

    private Set<RecipientId> write(List<Upsert> allowed) {
        List<Upsert> changed = allowed.stream().filter(Upsert::changesAnything).toList();
        if (changed.isEmpty()) {
            return Set.of();
        }
        List<UpdateOneModel<Document>> updates = changed.stream()
                .map(upsert -> new UpdateOneModel<Document>(
                        Filters.eq(RecipientFields.ID, upsert.id().value()),
                        upsert.update(),
                        new UpdateOptions().upsert(true)))
                .toList();
        BulkWriteResult result = recipients().bulkWrite(updates, new BulkWriteOptions().ordered(false));
        return result.getUpserts().stream()
                .map(BulkWriteUpsert::getIndex)
                .map(index -> changed.get(index).id())
                .collect(Collectors.toSet());
    }

    /** Conditional, because the recipient may have unsubscribed since the stored document was read. */
    private void pause(List<Upsert> allowed) {
        List<String> ids = allowed.stream()
                .filter(Upsert::pauses)
                .map(upsert -> upsert.id().value())
                .toList();
        if (!ids.isEmpty()) {
            recipients()
                    .updateMany(
                            Filters.and(
                                    Filters.in(RecipientFields.ID, ids),
                                    Filters.in(
                                            RecipientFields.SUBSCRIPTION,
                                            Subscription.SUBSCRIBED.name(),
                                            Subscription.PENDING.name())),
                            new Document(
                                    "$set", new Document(RecipientFields.SUBSCRIPTION, Subscription.PAUSED.name())));
        }
    }

    private static Map<String, RecipientId> formerAddresses(List<Upsert> allowed) {
        Map<String, RecipientId> former = new HashMap<>();
        for (Upsert upsert : allowed) {
            if (upsert.stored() != null && upsert.changesAddress()) {
                former.put(upsert.stored().getString(RecipientFields.ADDRESS), upsert.id());
            }
        }
        return former;
    }

    private MongoCollection<Document> recipients() {
        return mongo.getMongoDatabase().getCollection(RecipientFields.COLLECTION);
    }
}
