package dev.postrider.run;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.ledger.RunId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Approvals of runs, in their documents: {@code askedBy: [person], approval: {by, at}}. Of several people who approve at
 * once one does; an approval is never taken back, and holds for its run only.
 */
@Repository
public class Approvals {

    private static final String ASKED_BY = "askedBy";
    private static final String APPROVAL = "approval";

    private final MongoTemplate mongo;

    Approvals(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The person has planned or started the run. Repeating it is harmless. */
    public void askedBy(RunId run, String person) {
        collection().updateOne(byId(run), Updates.addToSet(ASKED_BY, person));
    }

    /** Nobody, where a schedule launched the run. */
    public List<String> askers(RunId run) {
        return document(run).getList(ASKED_BY, String.class, List.of());
    }

    public Optional<Approval> find(RunId run) {
        return Optional.ofNullable(document(run).get(APPROVAL, Document.class))
                .map(approval -> new Approval(
                        approval.getString("by"), approval.getDate("at").toInstant()));
    }

    /**
     * Approves the run, which is due from then on.
     *
     * @return false when it does not wait for approval, or when the person has asked for it
     */
    public boolean approve(RunId run, Approval approval) {
        Bson waiting = Filters.and(
                byId(run),
                Filters.eq(RunDocument.STATE, RunState.AWAITING_APPROVAL.name()),
                Filters.ne(ASKED_BY, approval.by()));
        Date at = Date.from(approval.at());
        Bson approved = Updates.combine(
                Updates.set(APPROVAL, new Document("by", approval.by()).append("at", at)),
                Updates.set(RunDocument.STATE, RunState.PLANNED.name()),
                Updates.set(RunDocument.RESUMES_AT, at),
                Updates.unset(RunDocument.CAUSE));
        return collection().updateOne(waiting, approved).getModifiedCount() == 1;
    }

    private Document document(RunId run) {
        Document document = collection().find(byId(run)).first();
        if (document == null) {
            throw new RunNotFound(run);
        }
        return document;
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("runs").withWriteConcern(WriteConcern.MAJORITY);
    }

    private static Bson byId(RunId run) {
        return Filters.eq("_id", run.value());
    }
}
