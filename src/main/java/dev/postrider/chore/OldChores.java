package dev.postrider.chore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Slots of jobs that were done or given up long ago. Their schedule has been evaluated beyond them, so none is opened again. */
@Repository
public class OldChores {

    private final MongoTemplate mongo;

    OldChores(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public long count(Instant before) {
        return collection().countDocuments(over(before));
    }

    public long delete(Instant before) {
        return collection().deleteMany(over(before)).getDeletedCount();
    }

    private static Bson over(Instant before) {
        return Filters.and(
                Filters.in(Chores.STATE, ChoreState.DONE.name(), ChoreState.GIVEN_UP.name()),
                Filters.lt(Chores.CHANGED_AT, Date.from(before)));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("chores");
    }
}
