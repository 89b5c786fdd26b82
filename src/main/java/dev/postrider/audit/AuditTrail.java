package dev.postrider.audit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.postrider.ledger.RunId;
import dev.postrider.schema.ReadableDocuments;
import dev.postrider.schema.SchemaVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * The collections {@code audit}, {@code {_id, at, actor: {name, node, host, process}, action, kind, subject, run, details,
 * v}}, and {@code auditRefusals}, {@code {_id: the entry's, cause, at, v}}. Documents are only inserted, and a
 * majority has confirmed them when a call returns. Entries that a newer version wrote are in no list.
 */
@Repository
public class AuditTrail {

    private final MongoTemplate mongo;
    private final ReadableDocuments readable = new ReadableDocuments();

    AuditTrail(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * The newest entries, in the order in which they were written.
     *
     * @param run only those that concern it, null: all
     * @param since only those from then on, null: all
     */
    public List<AuditEntry> last(int max, @Nullable RunId run, @Nullable Instant since) {
        Bson ofRun = run == null ? Filters.empty() : Filters.eq(AuditDocument.RUN, run.value());
        Bson recent = since == null ? Filters.empty() : Filters.gte(AuditDocument.AT, Date.from(since));
        List<Document> entries = collection("audit")
                .find(Filters.and(ofRun, recent))
                .sort(Sorts.descending(AuditDocument.AT, AuditDocument.ID))
                .limit(max)
                .into(new ArrayList<>());
        Collections.reverse(entries);
        Map<String, String> refusals = refusals(entries);
        return readable.read(
                entries, entry -> AuditDocument.entry(entry, refusals.get(entry.getString(AuditDocument.ID))));
    }

    private Map<String, String> refusals(List<Document> entries) {
        List<String> ids =
                entries.stream().map(entry -> entry.getString(AuditDocument.ID)).toList();
        Map<String, String> causes = new HashMap<>();
        collection("auditRefusals")
                .find(Filters.in(AuditDocument.ID, ids))
                .forEach(refusal -> causes.put(refusal.getString(AuditDocument.ID), refusal.getString("cause")));
        return causes;
    }

    /** The entry whose id begins so and comes last. */
    Optional<AuditEntry> last(String prefix) {
        return Optional.ofNullable(collection("audit")
                        .find(Filters.and(
                                Filters.gte(AuditDocument.ID, prefix),
                                Filters.lt(AuditDocument.ID, prefix + Character.MAX_VALUE)))
                        .sort(Sorts.descending(AuditDocument.ID))
                        .first())
                .map(found -> AuditDocument.entry(found, null));
    }

    /** False when there is an entry of this id. */
    boolean insertIfAbsent(AuditEntry entry) {
        try {
            collection("audit").insertOne(AuditDocument.of(entry));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    void refuse(String entry, String cause, Instant at) {
        collection("auditRefusals")
                .insertOne(new Document(AuditDocument.ID, entry)
                        .append("cause", cause)
                        .append("at", Date.from(at))
                        .append(SchemaVersion.FIELD, SchemaVersion.FIRST));
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getDb().getCollection(name).withWriteConcern(WriteConcern.MAJORITY);
    }
}
