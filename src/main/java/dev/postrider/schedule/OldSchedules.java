package dev.postrider.schedule;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.postrider.definition.Definitions;
import dev.postrider.definition.JobsFolderNotFound;
import dev.postrider.definition.ListedDefinition;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Evaluations of campaigns and other jobs that were edited and evaluated last long ago, and whose file is not in this node's
 * folder. A file that comes back begins like a new one, at that instant, so that no slot of the time before is launched;
 * and so does one that another node has after all.
 */
@Repository
public class OldSchedules {

    private final MongoTemplate mongo;
    private final Definitions definitions;

    OldSchedules(MongoTemplate mongo, Definitions definitions) {
        this.mongo = mongo;
        this.definitions = definitions;
    }

    public long count(Instant before) {
        return orphaned(before).map(collection()::countDocuments).orElse(0L);
    }

    public long delete(Instant before) {
        return orphaned(before)
                .map(old -> collection().deleteMany(old).getDeletedCount())
                .orElse(0L);
    }

    /** Empty where the folder is missing, which says nothing of the files. */
    private Optional<Bson> orphaned(Instant before) {
        Date limit = Date.from(before);
        try {
            List<String> files =
                    definitions.all().stream().map(ListedDefinition::name).toList();
            return Optional.of(Filters.and(
                    Filters.lt("since", limit), Filters.lt("evaluatedTo", limit), Filters.nin("_id", files)));
        } catch (JobsFolderNotFound e) {
            return Optional.empty();
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("schedules");
    }
}
