package dev.postrider.feedback;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunRemains;
import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.MailboxSimulator;
import dev.postrider.schema.SchemaVersion;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code feedback}: {@code {_id: "run|label|recipient", detail, at, v}}. The id follows from what happened, so an
 * event that is delivered again changes nothing, and what is counted is a range of ids. Feedback of the mailbox simulator
 * has a label of its own, {@code simulated-…}.
 */
@Repository
public class FeedbackRecords implements RunRemains {

    private static final String SIMULATED = "simulated-";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final KeptFeedback kept;

    FeedbackRecords(MongoTemplate mongo, Clock clock, KeptFeedback kept) {
        this.mongo = mongo;
        this.clock = clock;
        this.kept = kept;
    }

    boolean has(Feedback feedback) {
        return collection().find(Filters.eq("_id", id(feedback))).first() != null;
    }

    /**
     * Records it durably.
     *
     * @return false when it was there
     */
    boolean add(Feedback feedback) {
        try {
            collection()
                    .insertOne(new Document("_id", id(feedback))
                            .append("detail", feedback.detail())
                            .append("at", Date.from(clock.instant()))
                            .append(SchemaVersion.FIELD, SchemaVersion.FIRST));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    /** Of a run that was purged, what they were. */
    public FeedbackCounts counts(RunId run) {
        return kept.find(run).orElseGet(() -> counted(run));
    }

    private FeedbackCounts counted(RunId run) {
        return new FeedbackCounts(
                count(run, "bounce-permanent"),
                count(run, "bounce-transient"),
                count(run, "bounce-undetermined"),
                count(run, "complaint"));
    }

    private long count(RunId run, String label) {
        String prefix = run.value() + '|' + label;
        return collection()
                .countDocuments(Filters.and(Filters.gte("_id", prefix + '|'), Filters.lt("_id", prefix + '}')));
    }

    /** The counts are kept. */
    @Override
    public void delete(RunId run) {
        if (kept.find(run).isEmpty()) {
            kept.keep(run, counted(run));
        }
        List.of(run, run.proof())
                .forEach(id -> collection()
                        .deleteMany(Filters.and(Filters.gte("_id", id + "|"), Filters.lt("_id", id + "}"))));
    }

    private static String id(Feedback feedback) {
        String label = simulated(feedback) ? SIMULATED + feedback.label() : feedback.label();
        return feedback.run().value() + '|' + label + '|' + feedback.recipient().value();
    }

    /** Mails there are for tests: they say nothing of the list. */
    static boolean simulated(Feedback feedback) {
        EmailAddress address = feedback.address();
        return address != null && MailboxSimulator.has(address.normalised());
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("feedback").withWriteConcern(WriteConcern.MAJORITY);
    }
}
