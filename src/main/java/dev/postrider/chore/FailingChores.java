package dev.postrider.chore;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.postrider.ledger.RunId;
import dev.postrider.schema.ReadableDocuments;
import java.util.List;
import org.bson.BsonType;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Slots of jobs that were worked on in vain and are tried again, also while that is being done. */
@Repository
public class FailingChores {

    private final ReadableDocuments readable = new ReadableDocuments();
    private final MongoTemplate mongo;

    FailingChores(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** By job and slot. */
    public List<FailingChore> all() {
        return readable.read(
                mongo.getDb()
                        .getCollection("chores")
                        .find(Filters.and(
                                Filters.eq(Chores.STATE, ChoreState.DUE.name()),
                                Filters.type(Chores.CAUSE, BsonType.STRING)))
                        .sort(Sorts.ascending("_id")),
                FailingChores::failing);
    }

    private static FailingChore failing(Document document) {
        Chores.SCHEMA.check(document);
        return new FailingChore(new RunId(document.getString("_id")), document.getString(Chores.CAUSE));
    }
}
