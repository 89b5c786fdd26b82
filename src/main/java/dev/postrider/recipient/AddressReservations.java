package dev.postrider.recipient;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.postrider.schema.SchemaVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/**
 * One address, one recipient; collection {@code addresses}: {@code {_id: normalised address, recipient, at}}. Inserting
 * the reservation decides, also between two imports at the same time. A reservation whose recipient never came to have
 * the address (a crash between the two writes) is given to the next who asks for it after an hour.
 */
@Repository
class AddressReservations {

    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);
    private static final String RECIPIENT = "recipient";

    private final MongoDatabaseFactory mongo;
    private final Clock clock;

    AddressReservations(MongoDatabaseFactory mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Reserves each change's address for its recipient. The result has those that were refused, with the holder. */
    Map<RecipientId, RecipientId> reserve(List<RecipientChange> changes) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        try {
            addresses()
                    .insertMany(
                            changes.stream().map(this::reservation).toList(), new InsertManyOptions().ordered(false));
            return Map.of();
        } catch (MongoBulkWriteException e) {
            return refused(e.getWriteErrors().stream()
                    .map(error -> changes.get(duplicate(error, e)))
                    .toList());
        }
    }

    private static int duplicate(BulkWriteError error, MongoBulkWriteException cause) {
        if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw cause;
        }
        return error.getIndex();
    }

    private Map<RecipientId, RecipientId> refused(List<RecipientChange> conflicts) {
        Map<String, Document> reservations = find(conflicts);
        Map<RecipientId, RecipientId> refused = new HashMap<>();
        List<RecipientChange> releasedMeanwhile = new ArrayList<>();
        for (RecipientChange change : conflicts) {
            Document reservation = reservations.get(address(change));
            if (reservation == null) {
                releasedMeanwhile.add(change);
                continue;
            }
            RecipientId holder = new RecipientId(reservation.getString(RECIPIENT));
            if (!holder.equals(change.id()) && !takeOver(reservation, change)) {
                refused.put(change.id(), holder);
            }
        }
        refused.putAll(reserve(releasedMeanwhile));
        return refused;
    }

    private Map<String, Document> find(List<RecipientChange> changes) {
        Map<String, Document> found = new HashMap<>();
        List<String> ids = changes.stream().map(AddressReservations::address).toList();
        for (Document reservation : addresses().find(Filters.in(RecipientFields.ID, ids))) {
            found.put(reservation.getString(RecipientFields.ID), reservation);
        }
        return found;
    }

    private boolean takeOver(Document abandoned, RecipientChange change) {
        Instant before = clock.instant().minus(ABANDONED_AFTER);
        if (abandoned.getDate(RecipientFields.AT).toInstant().isAfter(before)
                || holds(abandoned.getString(RECIPIENT), address(change))) {
            return false;
        }
        return addresses()
                        .updateOne(
                                abandoned,
                                Updates.combine(
                                        Updates.set(RECIPIENT, change.id().value()),
                                        Updates.set(RecipientFields.AT, Date.from(clock.instant()))))
                        .getModifiedCount()
                == 1;
    }

    private boolean holds(String recipient, String address) {
        Document holder = mongo.getMongoDatabase()
                .getCollection(RecipientFields.COLLECTION)
                .find(Filters.eq(RecipientFields.ID, recipient))
                .projection(Projections.include(RecipientFields.ADDRESS))
                .first();
        return holder != null && Objects.equals(holder.getString(RecipientFields.ADDRESS), address);
    }

    /** Gives up the addresses that the recipients had before. */
    void release(Map<String, RecipientId> recipientByAddress) {
        if (recipientByAddress.isEmpty()) {
            return;
        }
        Collection<String> holders =
                recipientByAddress.values().stream().map(RecipientId::value).toList();
        addresses()
                .deleteMany(Filters.and(
                        Filters.in(RecipientFields.ID, recipientByAddress.keySet()), Filters.in(RECIPIENT, holders)));
    }

    private Document reservation(RecipientChange change) {
        return new Document(RecipientFields.ID, address(change))
                .append(RECIPIENT, change.id().value())
                .append(RecipientFields.AT, Date.from(clock.instant()))
                .append(SchemaVersion.FIELD, SchemaVersion.FIRST);
    }

    private static String address(RecipientChange change) {
        return change.email().normalised();
    }

    private MongoCollection<Document> addresses() {
        return mongo.getMongoDatabase().getCollection("addresses");
    }
}
